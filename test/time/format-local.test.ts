import { expect, test } from 'vitest';

import { parseDay } from '../../src/time/day.ts';
import { formatLocalDay, formatLocalTime, formatShortTime } from '../../src/time/format-local.ts';
import { Zone } from '../../src/time/zone.ts';
import { ANCHORAGE, at } from '../support/anchorage.ts';

test.each([
  ['2026-11-24', 'Tue 24 Nov 2026'],
  ['2027-01-03', 'Sun 3 Jan 2027'],
  ['1969-12-29', 'Mon 29 Dec 1969'],
])('%s reads %s', (date, expected) => {
  expect(formatLocalDay(parseDay(date) ?? 0)).toBe(expected);
});

test.each([
  ['2026-11-24T09:05', 'Tue 24 Nov 2026 09:05'],
  ['2026-11-24T00:00', 'Tue 24 Nov 2026 00:00'],
  ['2026-11-24T23:59:59', 'Tue 24 Nov 2026 23:59'],
])('%s reads %s', (moment, expected) => {
  expect(formatLocalTime(at(moment), ANCHORAGE)).toBe(expected);
});

test('where the year is known it is left out', () => {
  expect(formatShortTime(at('2026-11-24T09:05'), ANCHORAGE)).toBe('Tue 24 Nov 09:05');
});

test('a moment is told by the clock of the clinic', () => {
  expect(formatLocalTime(at('2026-11-24T09:00'), new Zone('Pacific/Kiritimati'))).toBe(
    'Wed 25 Nov 2026 08:00',
  );
});
