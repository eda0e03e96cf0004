import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  addToDay,
  type Day,
  dayOf,
  formatDay,
  parseDay,
  plainDate,
  weekday,
} from '../../src/time/day.ts';
import { parseDuration } from '../../src/time/duration.ts';

/** 1900-01-01 to 2199-12-31. */
const anyDay = fc.integer({ min: -25_567, max: 84_005 });

function day(text: string): Day {
  const read = parseDay(text);
  if (read === undefined) throw new Error(`no day: ${text}`);
  return read;
}

/** `2026-01-31 + 1 month` in the words of the calendar. */
function shifted(from: string, by: string, sign: 1 | -1 = 1): string {
  const duration = parseDuration(by);
  if (!duration) throw new Error(`no duration: ${by}`);
  return formatDay(addToDay(day(from), duration, sign));
}

describe('reading', () => {
  test('days are counted from the first of 1970', () => {
    expect([parseDay('1970-01-01'), parseDay('1970-01-02'), parseDay('1969-12-31')]).toEqual([
      0, 1, -1,
    ]);
  });

  test.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-11-00', '2025-02-29', '2100-02-29'])(
    'refuses `%s`, which is no day of the calendar',
    (text) => {
      expect(parseDay(text)).toBeUndefined();
    },
  );

  test.each([
    '',
    '2026-11-4',
    '20261104',
    '04.11.2026',
    '11/04/2026',
    '2026-11-04T09:00',
    ' 2026-11-04',
    '+002026-11-04',
  ])('refuses `%s`, which is not written as an ISO date', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  test.each(['2024-02-29', '2000-02-29'])('reads the leap day %s', (text) => {
    expect(formatDay(day(text))).toBe(text);
  });

  test('what is written is read back the same', () => {
    fc.assert(fc.property(anyDay, (each) => parseDay(formatDay(each)) === each));
  });

  test('a calendar date and its count are the same day', () => {
    fc.assert(fc.property(anyDay, (each) => dayOf(plainDate(each)) === each));
  });
});

describe('adding', () => {
  test.each([
    ['2026-11-24', '1 day', '2026-11-25'],
    ['2026-12-31', '1 day', '2027-01-01'],
    ['2024-02-28', '1 day', '2024-02-29'],
    ['2026-11-24', '2 weeks', '2026-12-08'],
    ['2026-11-24', '3 months', '2027-02-24'],
    ['2026-01-31', '1 month', '2026-02-28'],
    ['2024-01-31', '1 month', '2024-02-29'],
    ['2026-08-31', '6 months', '2027-02-28'],
    ['2026-11-24', '0 months', '2026-11-24'],
  ])('%s and %s is %s', (from, by, expected) => {
    expect(shifted(from, by)).toBe(expected);
  });

  test.each([
    ['2026-11-24', '14 days', '2026-11-10'],
    ['2026-03-31', '1 month', '2026-02-28'],
    ['2027-01-15', '2 months', '2026-11-15'],
  ])('%s less %s is %s', (from, by, expected) => {
    expect(shifted(from, by, -1)).toBe(expected);
  });

  test('a month never runs over into the month after', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (from, count) => {
        const start = plainDate(from);
        const end = plainDate(addToDay(from, { count, unit: 'months' }));
        expect((end.year - start.year) * 12 + end.month - start.month).toBe(count);
      }),
    );
  });

  test('later by the same months is never earlier', () => {
    fc.assert(
      fc.property(anyDay, fc.nat({ max: 60 }), fc.nat({ max: 60 }), (from, months, days) => {
        const add = (each: Day): Day => addToDay(each, { count: months, unit: 'months' });
        expect(add(from + days)).toBeGreaterThanOrEqual(add(from));
      }),
    );
  });

  test('days that are added and taken away again leave the day as it was', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.nat({ max: 5000 }),
        fc.constantFrom('days' as const, 'weeks' as const),
        (from, count, unit) => {
          expect(addToDay(addToDay(from, { count, unit }), { count, unit }, -1)).toBe(from);
        },
      ),
    );
  });

  test('hours are no calendar unit', () => {
    expect(() => addToDay(0, { count: 24, unit: 'hours' })).toThrow('hours are no calendar unit');
  });
});

describe('weekday', () => {
  test.each([
    ['2026-11-23', 1],
    ['2026-11-24', 2],
    ['2026-11-27', 5],
    ['2026-11-29', 7],
    ['1969-12-28', 7],
    ['1969-12-29', 1],
  ])('%s is day %i of the week', (text, expected) => {
    expect(weekday(day(text))).toBe(expected);
  });

  test('the day after the seventh is the first', () => {
    fc.assert(fc.property(anyDay, (each) => weekday(each + 1) === (weekday(each) % 7) + 1));
  });
});
