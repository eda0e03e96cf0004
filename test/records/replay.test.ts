import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { flatAnswers } from '../../src/records/flat-answers.ts';
import { replay } from '../../src/records/replay.ts';
import { generatedIntake, healthyWith } from '../support/generated-intake.ts';
import { screenRaw, shipped, shippedScreener } from '../support/shipped.ts';

const HOLD = healthyWith({ 'infection.active': true });

test('any screening that was kept and read again decides the same', () => {
  fc.assert(
    fc.property(generatedIntake, (raw) => {
      const kept = JSON.stringify({
        answers: flatAnswers(raw, shipped.ruleSet),
        result: screenRaw(raw),
      });
      expect(replay(JSON.parse(kept), shippedScreener)).toEqual({ is: 'same' });
    }),
    { numRuns: 200 },
  );
});

describe('what differs is named by its path', () => {
  const result = screenRaw(HOLD);

  test('in a value', () => {
    const told = { ...result, disposition: 'go' as const };
    expect(replay({ answers: HOLD, result: told }, shippedScreener)).toEqual({
      is: 'different',
      paths: ['disposition'],
    });
  });

  test('in a list', () => {
    const [first, ...rest] = result.findings;
    if (!first) throw new Error('a hold has a finding');
    const findings = [{ ...first, message: 'Nothing.' }, ...rest];
    expect(replay({ answers: HOLD, result: { ...result, findings } }, shippedScreener)).toEqual({
      is: 'different',
      paths: ['findings[0].message'],
    });
  });

  test('in an answer that was altered', () => {
    const answers = { ...HOLD, 'infection.active': false };
    const replayed = replay({ answers, result }, shippedScreener);
    expect(replayed.is === 'different' ? replayed.paths : []).toContain('disposition');
  });

  test('in the order alone', () => {
    const { id, ...others } = result;
    expect(replay({ answers: HOLD, result: { ...others, id } }, shippedScreener)).toEqual({
      is: 'different',
      paths: ['(the order)'],
    });
  });
});

test('answers that cannot be read any more are told by question', () => {
  const answers = { ...HOLD, 'infection.temperature_c': 367 };
  expect(replay({ answers, result: screenRaw(HOLD) }, shippedScreener)).toEqual({
    is: 'unreadable',
    codes: ['infection.temperature_c: implausible-value'],
  });
});
