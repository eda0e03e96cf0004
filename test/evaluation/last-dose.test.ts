import { describe, expect, test } from 'vitest';

import { continuing } from '../../src/evaluation/context.ts';
import { canBePaused, lastDose, waitsFrom } from '../../src/evaluation/last-dose.ts';
import { at } from '../support/anchorage.ts';
import {
  A_WEEK_AHEAD,
  firstOf,
  type Given,
  ON_THE_DAY,
  patient,
  PROCEDURE_AT,
} from '../support/small-clinic.ts';

const TAKEN = '2026-11-15T08:00';
const AHEAD = A_WEEK_AHEAD.screened_at;
const THAT_DAY = ON_THE_DAY.screened_at;

function taking(told: Given, screened_at: string) {
  const context = patient({ screened_at, medications: [{ name: 'apixaban', ...told }] });
  return { context, medicine: firstOf(context) };
}

describe('on the day, a medicine is judged by its last dose as told', () => {
  test.each([
    ['whether or not it is still taken', { still_taking: true }],
    ['stopped', { still_taking: false }],
    ['when that was not asked', {}],
  ])('%s', (_, told) => {
    const { context, medicine } = taking({ last_taken: TAKEN, ...told }, THAT_DAY);
    expect(lastDose(context, medicine)).toEqual({ moments: [at(TAKEN)], earlier: false });
  });

  test('and one that was not told lies at any time up to the screening', () => {
    const { context, medicine } = taking({}, THAT_DAY);
    expect(lastDose(context, medicine)).toEqual({ moments: [at(THAT_DAY)], earlier: true });
  });
});

describe('ahead of the day', () => {
  test('a medicine still taken is judged as if the last dose were now', () => {
    const { context, medicine } = taking({ last_taken: TAKEN, still_taking: true }, AHEAD);
    expect(lastDose(context, medicine)).toEqual({ moments: [at(AHEAD)], earlier: false });
  });

  test('a medicine no longer taken is judged by its last dose', () => {
    const { context, medicine } = taking({ last_taken: TAKEN, still_taking: false }, AHEAD);
    expect(lastDose(context, medicine)).toEqual({ moments: [at(TAKEN)], earlier: false });
  });

  test('a medicine of which nobody said whether it is still taken may be either', () => {
    const { context, medicine } = taking({ last_taken: TAKEN }, AHEAD);
    expect(lastDose(context, medicine)).toEqual({
      moments: [at(TAKEN), at(AHEAD)],
      earlier: false,
    });
  });

  test('a medicine no longer taken, its last dose not told, lies at any time up to the screening', () => {
    const { context, medicine } = taking({ still_taking: false }, AHEAD);
    expect(lastDose(context, medicine)).toEqual({ moments: [at(AHEAD)], earlier: true });
  });

  test('nothing is known of a medicine of which neither was told', () => {
    const { context, medicine } = taking({}, AHEAD);
    expect(lastDose(context, medicine)).toBeUndefined();
  });
});

test('a medicine that is not paused is taken until the procedure', () => {
  const { context, medicine } = taking({ last_taken: TAKEN }, AHEAD);
  expect(lastDose(continuing(context, [medicine]), medicine)).toEqual({
    moments: [at(PROCEDURE_AT)],
    earlier: false,
  });
});

describe('a date alone as last dose', () => {
  test('is the last minute of that day', () => {
    const { context, medicine } = taking({ last_taken: '2026-11-22' }, THAT_DAY);
    expect(lastDose(context, medicine)?.moments).toEqual([at('2026-11-22T23:59')]);
  });

  test('is the screening, when that comes earlier', () => {
    const { context, medicine } = taking({ last_taken: '2026-11-24' }, THAT_DAY);
    expect(lastDose(context, medicine)?.moments).toEqual([at(THAT_DAY)]);
  });
});

test.each([
  ['ahead, still taken', AHEAD, { still_taking: true }, true],
  ['ahead, not said', AHEAD, {}, true],
  ['ahead, no longer taken', AHEAD, { still_taking: false }, false],
  ['on the day, still taken', THAT_DAY, { still_taking: true }, false],
])('%s: that it can be paused is %s', (_, screened, told, expected) => {
  const { context, medicine } = taking(told, screened);
  expect(canBePaused(context, medicine)).toBe(expected);
});

test.each([
  ['still taken: from the screening', { last_taken: TAKEN, still_taking: true }, AHEAD],
  ['not said: from the screening', { last_taken: TAKEN }, AHEAD],
  ['no longer taken: from the last dose', { last_taken: TAKEN, still_taking: false }, TAKEN],
])('a wait for a medicine %s', (_, told, from) => {
  const { context, medicine } = taking(told, AHEAD);
  expect(waitsFrom(context, medicine)).toBe(at(from));
});

test('a wait for a medicine no longer taken, its last dose not told, counts from no known moment', () => {
  const { context, medicine } = taking({ still_taking: false }, AHEAD);
  expect(waitsFrom(context, medicine)).toBeUndefined();
});
