/** The interview as a nurse has it: keys in, pictures out, in a real pseudo-terminal. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { Call, HEALTHY } from '../../support/call.ts';
import { PseudoTerminal } from '../../support/pseudo-terminal.ts';
import { screenRaw } from '../../support/shipped.ts';

const NOW = '2026-11-20T10:00';
const ARGS = `interview --as-of ${NOW}`;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prescreen-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Readonly<Record<string, string>> = {}): PseudoTerminal {
  return new PseudoTerminal(ARGS, { PRESCREEN_HOME: folder, ...env });
}

function drafts(): readonly string[] {
  return readdirSync(join(folder, 'drafts'));
}

/** Answers in turn what is asked; `isPlain`: every reply is a line with Enter. */
type Answers = Readonly<Record<string, string | readonly string[]>>;

interface Drive {
  readonly terminal: PseudoTerminal;
  readonly call: Call;
  readonly answers: Answers;
  readonly isPlain?: true;
}

/** Types what the call without a terminal types too, until it is at the review, or has asked that many times. */
async function drive({ terminal, call, answers, isPlain }: Drive, most = 200): Promise<void> {
  const asked = new Map<string, number>();
  for (let turn = 0; turn < most && call.at !== 'review'; turn += 1) {
    const { at, ask } = call;
    const answer = answers[at];
    const count = asked.get(at) ?? 0;
    asked.set(at, count + 1);
    const text = typeof answer === 'string' ? answer : answer?.[count];
    if (text === undefined) throw new Error(`nothing to answer at ${at}`);
    await terminal.waitFor(ask.words.slice(0, 40));
    call.type(text);
    const isAtOnce =
      ask.kind !== 'line'
        ? text.length === 1 && !(ask.kind === 'list' && text !== '0')
        : text === '0' && ask.options.length > 0;
    terminal.press(isAtOnce && !isPlain ? text : `${text}\r`);
  }
}

/** From the review to the end; the file that was saved. */
async function decide(
  terminal: PseudoTerminal,
  isPlain?: true,
): Promise<Readonly<Record<string, unknown>>> {
  const file = join(folder, 'saved.json');
  await terminal.waitFor('All is asked');
  terminal.press(isPlain ? 'f\r' : 'f');
  await terminal.waitFor('Save the answers');
  terminal.press(`${file}\r`);
  expect(await terminal.end()).toBe(0);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
}

const COMPLEX: Answers = {
  ...HEALTHY,
  'patient.age_years': '72',
  medications: ['Eliquis 5 mg bid', 'aspirin 81 mg', 'Ozempic 1 mg weekly', '0'],
  'medications[0].still_taking': 'y',
  'medications[0].taken_for': '1',
  'medications[0].prescriber_agrees': 'y',
  'medications[1].still_taking': 'y',
  'medications[1].taken_for': '8',
  'medications[1].prescriber_agrees': 'n',
  'medications[2].regimen': '4',
  'medications[2].still_taking': 'y',
  'medications[2].taken_for': 'a',
  'diabetes.type': '2',
  'diabetes.hba1c_percent': '7.4',
  'diabetes.hba1c_on': '6 weeks ago',
  'diabetes.sensor_near_neck': '',
  'glp1.symptoms': '0',
  'glp1.dose_raised_last_4_weeks': 'n',
  'glp1.liquid_diet_agreed': '',
  'health.cha2ds2_vasc': '3',
};

describe('in a terminal of 80 by 24', () => {
  test(
    'a healthy patient takes fewer than 60 keys besides free text, and is GO',
    { timeout: 60_000 },
    async () => {
      const terminal = start();
      const call = new Call(NOW);
      await drive({ terminal, call, answers: HEALTHY });
      const saved = await decide(terminal);
      expect(terminal.text).toContain('GO   A-1024');
      expect(saved).toEqual(call.intake);
      expect(screenRaw(saved).disposition).toBe('go');
      expect(drafts()).toEqual([]);
      const keys = call.keys - call.letters + 2;
      console.log(
        `healthy: ${keys} keys besides ${call.letters} letters of free text, ${call.asks + 2} screens`,
      );
      expect(keys).toBeLessThan(60);
      expect(terminal.text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  test('a complex patient is decided as check decides the file', { timeout: 60_000 }, async () => {
    const terminal = start();
    const call = new Call(NOW);
    await drive({ terminal, call, answers: COMPLEX });
    const saved = await decide(terminal);
    const { disposition } = screenRaw(saved);
    expect(disposition).not.toBe('go');
    expect(terminal.text).toMatch(/CONTACT PHYSICIAN|HOLD/);
    expect(terminal.text).toContain('= apixaban: blood thinner');
    const keys = call.keys - call.letters + 2;
    console.log(
      `complex: ${keys} keys besides ${call.letters} letters of free text, ${call.asks + 2} screens, ${disposition}`,
    );
  });

  test(
    'a call that is killed again and again goes on where it was',
    { timeout: 120_000 },
    async () => {
      const call = new Call(NOW);
      for (const steps of [3, 7, 2, 12]) {
        const terminal = start();
        if (call.asks > 0) {
          await terminal.waitFor('was not finished');
          terminal.press('1');
        }
        await drive({ terminal, call, answers: HEALTHY }, steps);
        await terminal.waitFor(call.ask.words.slice(0, 40));
        await terminal.kill();
      }
      const terminal = start();
      await terminal.waitFor('was not finished');
      terminal.press('1');
      await drive({ terminal, call, answers: HEALTHY });
      expect(await decide(terminal)).toEqual(new Call(NOW).answerFrom(HEALTHY).intake);
    },
  );

  test(
    'Ctrl-C keeps a draft that only its owner can read, and says so',
    { timeout: 60_000 },
    async () => {
      const terminal = start();
      const call = new Call(NOW);
      await drive({ terminal, call, answers: HEALTHY }, 4);
      await terminal.waitFor(call.ask.words.slice(0, 40));
      terminal.press('\u0003');
      expect(await terminal.end()).toBe(130);
      expect(terminal.text).toContain('The answers are kept');
      expect(drafts()).toEqual([expect.stringMatching(/^[0-9a-f]{16}\.json$/)]);
      expect(statSync(join(folder, 'drafts', drafts()[0] ?? '')).mode & 0o777).toBe(0o600);
      expect(statSync(join(folder, 'drafts')).mode & 0o777).toBe(0o700);
    },
  );
});

test('a terminal that cannot redraw gets plain lines', { timeout: 60_000 }, async () => {
  const terminal = start({ TERM: 'dumb' });
  const call = new Call(NOW);
  await drive({ terminal, call, answers: HEALTHY, isPlain: true });
  expect(await decide(terminal, true)).toEqual(call.intake);
  expect(terminal.raw).not.toContain('\u001B');
});
