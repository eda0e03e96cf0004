import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatDay } from '../../src/time/day.ts';
import { parseDayOrInstant, parseInstant, readBack } from '../../src/time/parse-time.ts';
import { Zone } from '../../src/time/zone.ts';
import { ANCHORAGE } from '../support/anchorage.ts';

function read(
  text: string,
  ambiguity: 'earlier' | 'later' = 'earlier',
  zone = ANCHORAGE,
): string | undefined {
  const instant = parseInstant(text, zone, ambiguity);
  return instant === undefined ? undefined : zone.format(instant);
}

describe('a date-time', () => {
  test.each([
    '2026-11-24T06:00',
    '2026-11-24 06:00',
    ' 2026-11-24T06:00 ',
    '2026-11-24T06:00:00',
    '2026-11-24T06:00:00.000',
  ])('`%s` is on the clock of the clinic', (text) => {
    expect(read(text)).toBe('2026-11-24T06:00:00-09:00');
  });

  test.each([
    ['2026-11-24T06:00-09:00', '2026-11-24T06:00:00-09:00'],
    ['2026-11-24T06:00-0900', '2026-11-24T06:00:00-09:00'],
    ['2026-11-24T15:00Z', '2026-11-24T06:00:00-09:00'],
    ['2026-11-24T06:00Z', '2026-11-23T21:00:00-09:00'],
    ['2026-11-25T05:00+14:00', '2026-11-24T06:00:00-09:00'],
    ['2026-11-24T20:45+05:45', '2026-11-24T06:00:00-09:00'],
    ['2026-11-24T10:00:30-05:00', '2026-11-24T06:00:30-09:00'],
  ])('`%s` is meant with its own offset', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('the same words are another moment in another zone', () => {
    expect(read('2026-11-24T06:00', 'earlier', new Zone('Pacific/Kiritimati'))).toBe(
      '2026-11-24T06:00:00+14:00',
    );
  });

  test.each([
    '',
    '2026-11-24',
    '06:00',
    '2026-11-24T24:00',
    '2026-11-24T06:60',
    '2026-11-24T06:00:60',
    '2026-11-24T6:00',
    '2026-02-30T06:00',
    '2026-11-24T06:00+15:00',
    '2026-11-24T06:00+05:60',
    '2026-11-24T06:00 Z',
    '11/24/2026 06:00',
    '2026-11-24T06:00 or so',
  ])('`%s` is none', (text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('in the hour that spring skips', () => {
  test.each([
    ['earlier', '2026-03-08T01:30:00-09:00'],
    ['later', '2026-03-08T03:30:00-08:00'],
  ] as const)('the %s reading of 02:30 is %s', (ambiguity, expected) => {
    expect(read('2026-03-08T02:30', ambiguity)).toBe(expected);
  });
});

describe('in the hour that autumn repeats', () => {
  test.each([
    ['earlier', '2026-11-01T01:30:00-08:00'],
    ['later', '2026-11-01T01:30:00-09:00'],
  ] as const)('the %s reading of 01:30 is %s', (ambiguity, expected) => {
    expect(read('2026-11-01T01:30', ambiguity)).toBe(expected);
  });

  test('an offset says which of the two is meant', () => {
    expect(read('2026-11-01T01:30-09:00', 'earlier')).toBe('2026-11-01T01:30:00-09:00');
  });
});

describe('what a zone writes', () => {
  test('is read back as the same moment, whatever the zone', () => {
    const instants = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) });
    const zones = fc
      .constantFrom('America/Anchorage', 'Pacific/Kiritimati', 'Asia/Kathmandu')
      .map((id) => new Zone(id));
    fc.assert(
      fc.property(
        instants,
        zones,
        (instant, zone) => readBack(zone.format(instant)) === Math.floor(instant / 1000) * 1000,
      ),
    );
  });

  test.each(['2026-11-24T06:00', '2026-11-24', 'later'])('has an offset, unlike `%s`', (text) => {
    expect(() => readBack(text)).toThrow(text);
  });
});

describe('a date, or the day of a date-time', () => {
  test.each([
    ['2026-11-24', '2026-11-24'],
    [' 2026-11-24 ', '2026-11-24'],
    ['2026-11-24T23:59', '2026-11-24'],
    ['2026-11-24T06:00Z', '2026-11-23'],
    ['2026-11-24T23:30-05:00', '2026-11-24'],
  ])('`%s` is %s in Anchorage', (text, expected) => {
    const day = parseDayOrInstant(text, ANCHORAGE);
    expect(day === undefined ? undefined : formatDay(day)).toBe(expected);
  });

  test.each(['', 'yesterday', '2026-02-30', '11/24/2026', '2026-11-24T25:00'])(
    '`%s` is none',
    (text) => {
      expect(parseDayOrInstant(text, ANCHORAGE)).toBeUndefined();
    },
  );
});
