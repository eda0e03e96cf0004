/**
 * The interview from the first question to its papers, with its real prompts, in this process.
 * @module-tag long
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { screen } from '@inquirer/testing/vitest';
import { expect, test, vi } from 'vitest';

import { interview } from '../../../src/cli/commands/interview.ts';
import { EXIT } from '../../../src/cli/exit-code.ts';
import { readStanding } from '../../../src/cli/records/read-screenings.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';
import { PAPER_KINDS } from '../../../src/report/papers/paper-source.ts';
import { Call, CLOSING, HEALTHY } from '../../support/call.ts';
import { folderWith, HOME } from '../../support/command-line.ts';
import { isAtOnce } from '../../support/drive-call.ts';

/** A terminal whose keys are those of the screen, and which shows on it. */
function terminalOf({ tools }: Call, folder: string): Terminal {
  // A prompt that is done ends its output, unless that is the standard output of a process.
  const output = Object.assign(screen.createOutput(), { isTTY: true, _isStdio: true });
  return {
    stdin: Object.assign(screen.input, { isTTY: true }),
    stdout: output,
    stderr: output,
    env: { PRESCREEN_HOME: folder, NO_COLOR: '1' },
    now: () => tools.now,
    home: HOME,
  };
}

async function waitFor(words: string): Promise<void> {
  await vi.waitFor(() => expect(screen.getScreen().replaceAll(/\s+/g, ' ')).toContain(words), {
    timeout: 10_000,
    interval: 2,
  });
}

/** A key that acts at once is pressed; anything else is typed and taken with Enter. */
function answer({ ask }: Call, text: string): void {
  if (isAtOnce(ask, text)) return screen.keypress(text);
  screen.type(text);
  screen.keypress('enter');
}

/** Answers what is asked until the call is closed. */
async function hold(call: Call): Promise<void> {
  const answers: Readonly<Record<string, string>> = { ...HEALTHY, ...CLOSING, review: 'f' };
  for (;;) {
    if (call.at === 'finished') call.close();
    if (call.at === 'closed') return;
    const text = answers[call.at];
    if (text === undefined) throw new Error(`nothing to answer at ${call.at}`);
    await waitFor(call.ask.words);
    answer(call, text);
    call.type(text);
  }
}

const ENDINGS = ['txt', 'txt', 'html', 'ics', 'txt', 'json'];

/** Presses the key of a paper, and writes it to that file. */
async function write(key: string, file: string): Promise<void> {
  screen.keypress(key);
  await waitFor('write it to which file?');
  screen.type(file);
  screen.keypress('enter');
}

test(
  'a healthy patient is GO, and only the record and the papers that are asked for stay behind',
  { timeout: 60_000 },
  async () => {
    const call = new Call('2026-11-20T10:00');
    const folder = folderWith();
    const end = interview({}, terminalOf(call, folder));
    await hold(call);
    await waitFor('What else is needed?');
    expect(readdirSync(join(folder, 'drafts'))).toEqual([]);
    screen.keypress('1');
    await waitFor('write it to which file?');
    screen.keypress('enter');
    await waitFor('What else is needed?');
    const offered = [...screen.getScreen().matchAll(/^ +(\w) {2}\S/gm)].map(([, key = '']) => key);
    expect(offered).toHaveLength(PAPER_KINDS.length + 2);
    for (const [index, key] of offered.entries()) {
      const file = join(folder, `paper${index}.${ENDINGS[index] ?? 'txt'}`);
      await write(key, file);
      await waitFor('What else is needed?');
      expect(statSync(file).size).toBeGreaterThan(100);
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    await write('1', join(folder, 'paper0.txt'));
    await waitFor('already there');
    screen.type('b');
    screen.keypress('enter');
    await waitFor('What else is needed?');
    screen.keypress('enter');
    expect(await end).toBe(EXIT.done);
    const printed = await screen.getFullOutput();
    expect(printed).toMatch(/^GO {3}A-1024$/m);
    expect(printed).toContain('PRE-PROCEDURE SCREEN: GO');
    const record = await readStanding({ folder: join(folder, 'records'), open: undefined }, '1');
    expect(printed.replaceAll(/\s+/g, ' ')).toContain(`Kept as record ${record.id} in`);
    expect(record).toMatchObject({
      answers: call.intake,
      history: call.state.history,
      result: { disposition: 'go' },
    });
  },
);
