import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  approximateHours,
  type Duration,
  exactMs,
  formatDuration,
  isCalendarUnit,
  parseDuration,
  type Unit,
} from '../../src/time/duration.ts';

const UNITS: readonly Unit[] = ['minutes', 'hours', 'days', 'weeks', 'months'];
const anyDuration: fc.Arbitrary<Duration> = fc.record({
  count: fc.nat({ max: 99_999 }),
  unit: fc.constantFrom(...UNITS),
});

describe('reading', () => {
  test.each([
    ['72 hours', { count: 72, unit: 'hours' }],
    ['1 day', { count: 1, unit: 'days' }],
    ['0 minutes', { count: 0, unit: 'minutes' }],
    ['2.5 hours', { count: 2.5, unit: 'hours' }],
    [' 3 months ', { count: 3, unit: 'months' }],
  ] as const)('reads `%s`', (text, expected) => {
    expect(parseDuration(text)).toEqual(expected);
  });

  test.each([
    '',
    '72',
    'hours',
    '72hours',
    '72  hours',
    '-1 hours',
    '3 moons',
    '1e3 hours',
    '5 years',
    '72 Hours',
  ])('refuses `%s`', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });

  test.each(['0.5 days', '1.5 weeks', '1.5 months'])(
    'refuses `%s`: the calendar knows no parts of a day',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  test('refuses a length that no calendar reaches', () => {
    expect(parseDuration('99999999999 months')).toBeUndefined();
  });

  test('what is written is read back the same', () => {
    fc.assert(
      fc.property(anyDuration, (duration) => {
        expect(parseDuration(formatDuration(duration))).toEqual(duration);
      }),
    );
  });
});

test('one is written without the plural', () => {
  expect(formatDuration({ count: 1, unit: 'weeks' })).toBe('1 week');
});

test.each([
  ['minutes', false],
  ['hours', false],
  ['days', true],
  ['weeks', true],
  ['months', true],
] as const)('%s counted on the calendar: %s', (unit, expected) => {
  expect(isCalendarUnit(unit)).toBe(expected);
});

test.each([
  [{ count: 90, unit: 'minutes' }, 5_400_000],
  [{ count: 72, unit: 'hours' }, 259_200_000],
] as const)('%o is exactly %i ms', (duration, expected) => {
  expect(exactMs(duration)).toBe(expected);
});

test('a day has no exact length', () => {
  expect(() => exactMs({ count: 1, unit: 'days' })).toThrow('days have no exact length');
});

test('durations of all units can be put in order', () => {
  const written = ['1 month', '3 days', '71 hours', '4 weeks', '59 minutes'];
  const read = written.flatMap((text) => parseDuration(text) ?? []);
  const sorted = read
    .toSorted((a, b) => approximateHours(a) - approximateHours(b))
    .map(formatDuration);
  expect(sorted).toEqual(['59 minutes', '71 hours', '3 days', '4 weeks', '1 month']);
});
