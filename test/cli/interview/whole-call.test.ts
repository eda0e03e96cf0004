/** The interview from the first question to the offer to save, with its real prompts, in this process. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { screen } from '@inquirer/testing/vitest';
import { expect, test, vi } from 'vitest';

import { interview } from '../../../src/cli/commands/interview.ts';
import { EXIT } from '../../../src/cli/exit-code.ts';
import { readStanding } from '../../../src/cli/records/read-screenings.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';
import { Call, HEALTHY } from '../../support/call.ts';
import { folderWith, HOME } from '../../support/command-line.ts';

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
function answer({ kind, options }: Call['ask'], text: string): void {
  const isAtOnce = text !== '' && (kind !== 'line' || options.some(({ key }) => key === text));
  if (isAtOnce) return screen.keypress(text);
  screen.type(text);
  screen.keypress('enter');
}

test(
  'a healthy patient is GO, kept as a record, and no draft stays behind',
  { timeout: 60_000 },
  async () => {
    const call = new Call('2026-11-20T10:00');
    const folder = folderWith();
    const drafts = (): readonly string[] => readdirSync(join(folder, 'drafts'));
    const end = interview({}, terminalOf(call, folder));
    while (call.at !== 'review') {
      const { at, ask } = call;
      const text = HEALTHY[at];
      if (text === undefined) throw new Error(`nothing to answer at ${at}`);
      await waitFor(ask.words);
      call.type(text);
      answer(ask, text);
    }
    await waitFor('All is asked');
    expect(drafts()).toHaveLength(1);
    screen.keypress('f');
    await waitFor('Save the answers');
    const proposed = /save as (\S+\.json)/.exec(screen.getScreen())?.[1] ?? '';
    expect(proposed).toMatch(/^prescreen-2026-11-20-/);
    screen.keypress('0');
    expect(await end).toBe(EXIT.done);
    const printed = await screen.getFullOutput();
    expect(printed).toMatch(/^GO {3}A-1024$/m);
    expect(printed).not.toContain('Saved as');
    expect(existsSync(proposed)).toBe(false);
    expect(drafts()).toEqual([]);
    const record = await readStanding({ folder: join(folder, 'records'), open: undefined }, '1');
    expect(printed.replaceAll(/\s+/g, ' ')).toContain(`Kept as record ${record.id} in`);
    expect(record).toMatchObject({
      answers: call.intake,
      history: call.state.history,
      result: { disposition: 'go' },
    });
  },
);
