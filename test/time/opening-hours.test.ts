import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { nextOpenMinute, type OpeningHours } from '../../src/time/opening-hours.ts';
import { ANCHORAGE, at } from '../support/anchorage.ts';

const FULL = [{ from: 480, until: 960 }];
/** Monday to Thursday 8:00 to 16:00, Friday 8:00 to 12:00. */
const CLINIC: OpeningHours = [FULL, FULL, FULL, FULL, [{ from: 480, until: 720 }], [], []];

function next(from: string, hours: OpeningHours = CLINIC): string | undefined {
  const open = nextOpenMinute(at(from), hours, ANCHORAGE);
  return open === undefined ? undefined : ANCHORAGE.format(open).slice(0, 16);
}

test.each([
  ['the opening minute is open', '2026-11-24T08:00', '2026-11-24T08:00'],
  ['within the hours it is open now', '2026-11-24T11:17', '2026-11-24T11:17'],
  ['before the hours it opens later that day', '2026-11-24T05:00', '2026-11-24T08:00'],
  ['the last minute is open', '2026-11-24T15:59', '2026-11-24T15:59'],
  ['the closing minute is closed', '2026-11-24T16:00', '2026-11-25T08:00'],
  ['Friday noon is closed until Monday', '2026-11-27T12:00', '2026-11-30T08:00'],
  ['Friday afternoon waits for Monday', '2026-11-27T13:30', '2026-11-30T08:00'],
  ['Sunday night waits for Monday', '2026-11-29T23:59', '2026-11-30T08:00'],
])('%s', (_, from, expected) => {
  expect(next(from)).toBe(expected);
});

test('a minute that has begun is over: the next whole one counts', () => {
  expect(next('2026-11-24T11:17:01')).toBe('2026-11-24T11:18');
});

test('the last second before closing is too late', () => {
  expect(next('2026-11-24T15:59:30')).toBe('2026-11-25T08:00');
});

test('a lunch break is closed', () => {
  const hours = CLINIC.map(() => [
    { from: 480, until: 720 },
    { from: 780, until: 960 },
  ]);
  expect(next('2026-11-24T12:10', hours)).toBe('2026-11-24T13:00');
});

test('a clinic that opens on one day of the week is found from the day after', () => {
  const hours: OpeningHours = [[], FULL, [], [], [], [], []];
  expect(next('2026-11-25T08:00', hours)).toBe('2026-12-01T08:00');
});

test('a clinic that never opens has no next minute', () => {
  expect(next('2026-11-24T08:00', [[], [], [], [], [], [], []])).toBeUndefined();
});

describe('when the clocks change', () => {
  const night: OpeningHours = CLINIC.map(() => [{ from: 90, until: 150 }]);

  test('opening follows the clock on the wall', () => {
    const open = nextOpenMinute(at('2026-10-30T13:00'), CLINIC, ANCHORAGE);
    expect(open === undefined ? undefined : ANCHORAGE.format(open)).toBe(
      '2026-11-02T08:00:00-09:00',
    );
  });

  test('a span that begins in the repeated hour is open when it is by either reading', () => {
    const open = nextOpenMinute(at('2026-11-01T00:00'), night, ANCHORAGE);
    expect(open === undefined ? undefined : ANCHORAGE.format(open)).toBe(
      '2026-11-01T01:30:00-09:00',
    );
  });

  test('a span within the skipped hour is left out that day', () => {
    const hours = CLINIC.map(() => [{ from: 125, until: 150 }]);
    expect(next('2026-03-08T00:00', hours)).toBe('2026-03-09T02:05');
  });
});

test('the answer is open, whole, not before the question, and its own answer', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-12-31T00:00') }),
      (from) => {
        const open = nextOpenMinute(from, CLINIC, ANCHORAGE);
        if (open === undefined) throw new Error('the clinic opens every week');
        expect(open).toBeGreaterThanOrEqual(from);
        expect(open % 60_000).toBe(0);
        expect(ANCHORAGE.localOf(open).minute).toBeGreaterThanOrEqual(480);
        expect(ANCHORAGE.localOf(open).minute).toBeLessThan(960);
        expect(nextOpenMinute(open, CLINIC, ANCHORAGE)).toBe(open);
      },
    ),
  );
});
