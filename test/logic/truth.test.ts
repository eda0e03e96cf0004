import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { and, atLeast, not, or, type Truth, truth } from '../../src/logic/truth.ts';

const TRUTHS: readonly Truth[] = ['true', 'false', 'unknown'];
const anyTruth = fc.constantFrom(...TRUTHS);
const truths = fc.array(anyTruth, { maxLength: 8 });

/** Every way in which the unknown ones may turn out. */
function worlds(values: readonly Truth[]): boolean[][] {
  return values.reduce<boolean[][]>(
    (all, value) =>
      all.flatMap((world) =>
        value === 'unknown'
          ? [
              [...world, true],
              [...world, false],
            ]
          : [[...world, value === 'true']],
      ),
    [[]],
  );
}

/** What can be said of a claim that holds in these worlds: known only where all agree. */
function consensus(outcomes: readonly boolean[]): Truth {
  if (outcomes.every(Boolean)) return 'true';
  return outcomes.some(Boolean) ? 'unknown' : 'false';
}

test.each([
  [true, 'true'],
  [false, 'false'],
] as const)('a claim that is %s has the truth `%s`', (claim, expected) => {
  expect(truth(claim)).toBe(expected);
});

describe('and', () => {
  test.each([
    ['true', 'true', 'true'],
    ['true', 'false', 'false'],
    ['true', 'unknown', 'unknown'],
    ['false', 'true', 'false'],
    ['false', 'false', 'false'],
    ['false', 'unknown', 'false'],
    ['unknown', 'true', 'unknown'],
    ['unknown', 'false', 'false'],
    ['unknown', 'unknown', 'unknown'],
  ] as const)('%s and %s is %s', (a, b, expected) => {
    expect(and([a, b])).toBe(expected);
  });

  test('nothing at all holds', () => {
    expect(and([])).toBe('true');
  });

  test('does not depend on the order', () => {
    fc.assert(fc.property(anyTruth, anyTruth, (a, b) => and([a, b]) === and([b, a])));
  });

  test('does not depend on the grouping', () => {
    fc.assert(fc.property(truths, truths, (a, b) => and([...a, ...b]) === and([and(a), and(b)])));
  });

  test('is known exactly when the missing answers cannot change it', () => {
    fc.assert(
      fc.property(truths, (values) => {
        expect(and(values)).toBe(consensus(worlds(values).map((world) => world.every(Boolean))));
      }),
    );
  });
});

describe('or', () => {
  test.each([
    ['true', 'true', 'true'],
    ['true', 'false', 'true'],
    ['true', 'unknown', 'true'],
    ['false', 'true', 'true'],
    ['false', 'false', 'false'],
    ['false', 'unknown', 'unknown'],
    ['unknown', 'true', 'true'],
    ['unknown', 'false', 'unknown'],
    ['unknown', 'unknown', 'unknown'],
  ] as const)('%s or %s is %s', (a, b, expected) => {
    expect(or([a, b])).toBe(expected);
  });

  test('nothing at all does not hold', () => {
    expect(or([])).toBe('false');
  });

  test('does not depend on the order', () => {
    fc.assert(fc.property(anyTruth, anyTruth, (a, b) => or([a, b]) === or([b, a])));
  });

  test('is what De Morgan makes of `and`', () => {
    fc.assert(fc.property(truths, (values) => or(values) === not(and(values.map(not)))));
  });
});

describe('not', () => {
  test.each([
    ['true', 'false'],
    ['false', 'true'],
    ['unknown', 'unknown'],
  ] as const)('not %s is %s', (value, expected) => {
    expect(not(value)).toBe(expected);
  });

  test('twice is the same again', () => {
    fc.assert(fc.property(anyTruth, (value) => not(not(value)) === value));
  });
});

describe('at least', () => {
  test.each([
    ['true', 'true', 'true'],
    ['true', 'false', 'false'],
    ['true', 'unknown', 'unknown'],
    ['false', 'true', 'false'],
    ['false', 'false', 'false'],
    ['false', 'unknown', 'false'],
    ['unknown', 'true', 'unknown'],
    ['unknown', 'false', 'false'],
    ['unknown', 'unknown', 'unknown'],
  ] as const)('two of %s and %s is %s', (a, b, expected) => {
    expect(atLeast(2, [a, b])).toBe(expected);
  });

  test('none is needed: it holds of nothing', () => {
    expect(atLeast(0, [])).toBe('true');
  });

  test('one of them is `or`', () => {
    fc.assert(fc.property(truths, (values) => atLeast(1, values) === or(values)));
  });

  test('all of them is `and`', () => {
    fc.assert(fc.property(truths, (values) => atLeast(values.length, values) === and(values)));
  });

  test('is known exactly when the missing answers cannot change it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), truths, (needed, values) => {
        const outcomes = worlds(values).map((world) => world.filter(Boolean).length >= needed);
        expect(atLeast(needed, values)).toBe(consensus(outcomes));
      }),
    );
  });
});
