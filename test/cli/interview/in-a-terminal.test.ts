/**
 * The interview as a nurse has it: keys in, pictures out, in a real pseudo-terminal.
 * @module-tag long
 */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { readStanding } from '../../../src/cli/records/read-screenings.ts';
import type { StandingRecord } from '../../../src/records/standing-record.ts';
import { takeUp } from '../../../src/interview/follow-up.ts';
import { Call, CLOSING, HEALTHY, ON_THE_DAY, toolsAt } from '../../support/call.ts';
import { type Answers, drive } from '../../support/drive-call.ts';
import { PseudoTerminal } from '../../support/pseudo-terminal.ts';
import { screenRaw } from '../../support/shipped.ts';

const NOW = '2026-11-20T10:00';
const ON_DAY = '2026-11-24T07:30';
const ARGS = `interview --as-of ${NOW}`;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prescreen-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Readonly<Record<string, string>> = {}, more = ''): PseudoTerminal {
  return new PseudoTerminal(`${ARGS}${more}`, { PRESCREEN_HOME: folder, ...env });
}

/** `npm run kill:call`: at every prompt, instead of at a few. */
const isEverywhere = process.env['PRESCREEN_KILL'] === 'everywhere';

function drafts(): readonly string[] {
  return readdirSync(join(folder, 'drafts'));
}

/** The record that is kept once the call is closed; the papers are passed over. */
async function kept(terminal: PseudoTerminal, isPlain?: true): Promise<StandingRecord> {
  await terminal.waitFor('What else is needed?');
  terminal.press('\r');
  if (isPlain) terminal.press('\r');
  expect(await terminal.end()).toBe(0);
  return recordOf(1);
}

async function recordOf(number: number): Promise<StandingRecord> {
  const store = { folder: join(folder, 'records'), open: undefined };
  return readStanding(store, String(number));
}

const COMPLEX: Answers = {
  ...HEALTHY,
  ...CLOSING,
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
  'diabetes.sensor_near_neck': '-',
  'glp1.symptoms': '0',
  'glp1.dose_raised_last_4_weeks': 'n',
  'glp1.liquid_diet_agreed': '-',
  'health.cha2ds2_vasc': '3',
};

/** Keys besides free text, the last Enter among them, and screens, for the log. */
function counted(name: string, { keys, letters, asks }: Call, disposition: string): number {
  const pressed = keys - letters + 1;
  console.log(
    `${name}: ${pressed} keys besides ${letters} letters of free text, ${asks + 1} screens, ${disposition}`,
  );
  return pressed;
}

/** The answers of a record, as the call without a terminal has them. */
function answersOf({ answers }: StandingRecord): Readonly<Record<string, unknown>> {
  return answers;
}

describe('in a terminal of 80 by 24', () => {
  test(
    'a healthy patient takes fewer than 60 keys besides free text, is GO, and is kept',
    { timeout: 60_000 },
    async () => {
      const terminal = start();
      const call = new Call(NOW);
      await drive({ terminal, call, answers: { ...HEALTHY, ...CLOSING } });
      const record = await kept(terminal);
      expect(terminal.text).toContain('GO   A-1024');
      expect(answersOf(record)).toEqual(call.intake);
      expect(record.result.disposition).toBe('go');
      expect(record.screened_by).toBe('Kim RN');
      expect(record.history).toEqual(call.state.history);
      expect(record.call).toEqual({
        attempts: [{ at: '2026-11-20T10:00:00-09:00', outcome: 'reached', spoke_with: 'patient' }],
        teach_back: true,
      });
      expect(drafts()).toEqual([]);
      expect(counted('healthy', call, record.result.disposition)).toBeLessThan(60);
      expect(terminal.text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    },
  );

  test('a complex patient is decided as check decides the file', { timeout: 60_000 }, async () => {
    const terminal = start();
    const call = new Call(NOW);
    await drive({ terminal, call, answers: COMPLEX });
    const record = await kept(terminal);
    expect(record.result.findings).toEqual(screenRaw(record.answers).findings);
    expect(record.result.disposition).not.toBe('go');
    expect(record.call.read_back).toMatchObject({ by: 'Dr. Li' });
    expect(terminal.text).toMatch(/CONTACT PHYSICIAN|HOLD/);
    expect(terminal.text).toContain('= apixaban: blood thinner');
    counted('complex', call, record.result.disposition);
  });

  test(
    'a call that is killed at its prompts goes on where it was, and asks nothing twice',
    { timeout: isEverywhere ? 3_600_000 : 900_000 },
    async () => {
      const whole = new Call(NOW).answerFrom(HEALTHY).type('f').close().answerFrom(CLOSING);
      const killedAt: string[] = [];
      const asked = new Map<string, number>();
      const call = new Call(NOW);
      const kills = isEverywhere ? Infinity : 4;
      for (let killed = 0; killed < kills && call.at !== 'closed'; killed += 1) {
        const terminal = start();
        if (call.asks > 0) {
          await terminal.waitFor('was not finished');
          terminal.press('1');
        }
        const answers = { ...HEALTHY, ...CLOSING };
        // Killed at the end of the call, it begins again with the decision, which is no question: two keys, one answer.
        const one = call.at === 'review' && killedAt.includes('call.by') ? 2 : 1;
        const prompts = isEverywhere ? one : 1 + Math.floor(Math.random() * 14);
        await drive({ terminal, call, answers, asked }, prompts);
        if (call.at === 'finished') call.close();
        if (call.at === 'closed') {
          await kept(terminal);
          break;
        }
        await terminal.waitFor(call.ask.words.slice(0, 40));
        await terminal.kill();
        killedAt.push(call.at);
        if (isEverywhere) process.stderr.write(`killed at ${call.at}\n`);
        call.restart();
      }
      if (call.at !== 'closed') {
        const terminal = start();
        await terminal.waitFor('was not finished');
        terminal.press('1');
        await drive({ terminal, call, answers: { ...HEALTHY, ...CLOSING }, asked });
        await kept(terminal);
      }
      const record = await recordOf(1);
      expect(answersOf(record)).toEqual(whole.intake);
      expect(record.history).toEqual(whole.state.history);
      expect(record.call).toEqual(whole.state.call);
      expect([...asked].filter(([, count]) => count > 1)).toEqual([]);
      expect(drafts()).toEqual([]);
      const places = isEverywhere ? whole.asks - 1 : 1;
      expect(new Set(killedAt).size).toBeGreaterThanOrEqual(places);
      console.log(`killed ${killedAt.length} times, resumed each time to the same record`);
    },
  );

  test('a parked call is offered with how it ended, and goes on', { timeout: 60_000 }, async () => {
    const terminal = start();
    const call = new Call(NOW);
    await drive({ terminal, call, answers: HEALTHY }, 5);
    await terminal.waitFor(call.ask.words.slice(0, 40));
    for (const [key, words] of [
      ['j\r', 'Go to which section?'],
      ['p', 'How did the call end?'],
      ['2', 'Parked'],
    ] as const) {
      terminal.press(call.ask.kind === 'line' ? key : key.trim());
      await terminal.waitFor(words);
    }
    expect(await terminal.end()).toBe(0);
    const again = start();
    await again.waitFor('a message Fri 20 Nov 2026 10:00');
    again.press('1');
    await again.waitFor(call.ask.words.slice(0, 40));
    await again.kill();
  });

  test(
    'a screening that was kept is taken up on the day, and its record names the first',
    { timeout: 120_000 },
    async () => {
      const first = start();
      const answers = { ...HEALTHY, ...CLOSING };
      await drive({ terminal: first, call: new Call(NOW), answers });
      const { id } = await kept(first);
      const again = new PseudoTerminal(`interview --record 1 --as-of ${ON_DAY} --by Lee`, {
        PRESCREEN_HOME: folder,
      });
      const { state } = takeUp(await recordOf(1), toolsAt(ON_DAY));
      const call = new Call(ON_DAY, { ...state, by: 'Lee' });
      await drive({
        terminal: again,
        call,
        answers: { ...ON_THE_DAY, ...CLOSING, 'last_meal.at': '5am' },
      });
      expect(again.text).toMatch(/result +HOLD, before GO/);
      await again.waitFor('What else is needed?');
      again.press('\r');
      expect(await again.end()).toBe(0);
      const record = await recordOf(2);
      expect(record.follows).toBe(id);
      expect(record.screened_by).toBe('Lee');
      expect(record.history).toEqual(call.state.history);
      expect(call.asks).toBeLessThan(30);
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

test.each([
  ['a terminal that cannot redraw', '', { TERM: 'dumb' }],
  ['--plain, for a screen reader,', ' --plain', {}],
])('%s gets plain lines', { timeout: 60_000 }, async (_, option, env) => {
  const terminal = start(env, option);
  const call = new Call(NOW);
  await drive({ terminal, call, answers: { ...HEALTHY, ...CLOSING }, isPlain: true });
  expect(answersOf(await kept(terminal))).toEqual(call.intake);
  expect(terminal.raw).not.toContain('\u001B');
});
