import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Day, formatDay, parseDay } from '../../src/time/day.ts';
import { isTimeZone, type LocalTime, Zone } from '../../src/time/zone.ts';

const DAY_MS = 86_400_000;

function day(text: string): Day {
  const read = parseDay(text);
  if (read === undefined) throw new Error(`no day: ${text}`);
  return read;
}

/** Minutes since midnight. */
function clock(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
}

const ALL_DAY = { from: '00:00', until: '24:00' };

/** Days on which the clocks of the zone are changed: the hour that is skipped, and the one that comes twice. */
const CHANGES = [
  { zone: 'America/Anchorage', date: '2026-03-08', gap: { from: '02:00', until: '03:00' } },
  { zone: 'America/Anchorage', date: '2026-11-01', repeat: { from: '01:00', until: '02:00' } },
  { zone: 'America/New_York', date: '2026-03-08', gap: { from: '02:00', until: '03:00' } },
  { zone: 'America/New_York', date: '2026-11-01', repeat: { from: '01:00', until: '02:00' } },
  { zone: 'America/New_York', date: '2027-03-14', gap: { from: '02:00', until: '03:00' } },
  { zone: 'Pacific/Kiritimati', date: '1994-12-30' },
  { zone: 'Pacific/Kiritimati', date: '1994-12-31', gap: ALL_DAY },
  { zone: 'Pacific/Kiritimati', date: '1995-01-01' },
  { zone: 'Pacific/Kiritimati', date: '2026-03-08' },
  { zone: 'America/Havana', date: '2026-03-08', gap: { from: '00:00', until: '01:00' } },
  { zone: 'Australia/Lord_Howe', date: '2026-10-04', gap: { from: '02:00', until: '02:30' } },
];

/** The minutes of a day within a span, or those outside it. */
function minutes(span: { from: string; until: string } | undefined, inside: boolean): number[] {
  const isInside = (minute: number): boolean =>
    span !== undefined && minute >= clock(span.from) && minute < clock(span.until);
  return Array.from({ length: 1440 }, (_, minute) => minute).filter(
    (minute) => isInside(minute) === inside,
  );
}

describe.each(CHANGES)('$zone on $date', ({ zone: id, date, gap, repeat }) => {
  const zone = new Zone(id);
  const on = day(date);
  const back = (minute: number, ambiguity: 'earlier' | 'later'): LocalTime =>
    zone.localOf(zone.instantOf({ day: on, minute }, ambiguity));

  test.each(['earlier', 'later'] as const)(
    'every minute of the clock is its own again (%s)',
    (ambiguity) => {
      const wrong = minutes(gap, false).filter((minute) => {
        const local = back(minute, ambiguity);
        return local.day !== on || local.minute !== minute;
      });
      expect(wrong).toEqual([]);
    },
  );

  test('a minute that the clock skips becomes one that it shows', () => {
    const shown = minutes(gap, true).flatMap((minute) => [
      back(minute, 'earlier'),
      back(minute, 'later'),
    ]);
    const skipped = shown.filter(
      (local) => local.day === on && minutes(gap, true).includes(local.minute),
    );
    expect(skipped).toEqual([]);
  });

  test('the two readings differ only in the hours that are skipped or come twice', () => {
    const differing = minutes(undefined, false).filter(
      (minute) =>
        zone.instantOf({ day: on, minute }, 'earlier') !==
        zone.instantOf({ day: on, minute }, 'later'),
    );
    expect(differing).toEqual(minutes(gap ?? repeat, true));
  });

  test('earlier is never later', () => {
    const wrong = minutes(undefined, false).filter(
      (minute) =>
        zone.instantOf({ day: on, minute }, 'earlier') >
        zone.instantOf({ day: on, minute }, 'later'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a day', () => {
  const anchorage = new Zone('America/Anchorage');

  test.each([
    ['2026-03-08', 23],
    ['2026-11-01', 25],
    ['2026-11-24', 24],
  ])('%s has %i hours in Anchorage', (date, hours) => {
    const length = anchorage.startOfDay(day(date) + 1) - anchorage.startOfDay(day(date));
    expect(length / 3_600_000).toBe(hours);
  });

  test('starts at the first minute that there is, when its midnight is skipped', () => {
    const havana = new Zone('America/Havana');
    expect(havana.format(havana.startOfDay(day('2026-03-08')))).toBe('2026-03-08T01:00:00-04:00');
  });

  test('that a country left out has no length', () => {
    const kiritimati = new Zone('Pacific/Kiritimati');
    expect(kiritimati.startOfDay(day('1994-12-31'))).toBe(kiritimati.startOfDay(day('1995-01-01')));
  });

  test('lasts until the last millisecond before the next', () => {
    const end = anchorage.startOfDay(day('2026-11-25'));
    expect([anchorage.dayOf(end - 1), anchorage.dayOf(end)].map(formatDay)).toEqual([
      '2026-11-24',
      '2026-11-25',
    ]);
  });
});

describe.each(['America/Anchorage', 'America/New_York', 'Pacific/Kiritimati', 'Etc/GMT+12'])(
  '%s',
  (id) => {
    const zone = new Zone(id);
    const instants = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2100, 0, 1) });

    test('a moment lies within the day that it is told to be on', () => {
      fc.assert(
        fc.property(instants, (instant) => {
          const on = zone.dayOf(instant);
          expect(zone.startOfDay(on)).toBeLessThanOrEqual(instant);
          expect(zone.startOfDay(on + 1)).toBeGreaterThan(instant);
        }),
      );
    });

    test('what is written is the same moment', () => {
      fc.assert(
        fc.property(
          instants,
          (instant) => Date.parse(zone.format(instant)) === Math.floor(instant / 1000) * 1000,
        ),
      );
    });

    test('later is never on an earlier day', () => {
      fc.assert(
        fc.property(instants, fc.nat({ max: 3 * DAY_MS }), (instant, later) => {
          expect(zone.dayOf(instant + later)).toBeGreaterThanOrEqual(zone.dayOf(instant));
        }),
      );
    });
  },
);

describe('names', () => {
  test.each(['America/Anchorage', 'UTC', 'Pacific/Kiritimati'])('`%s` is a time zone', (id) => {
    expect(isTimeZone(id)).toBe(true);
  });

  test.each(['', 'America/Ancorage', 'Alaska', 'AKST9AKDT'])('`%s` is none', (id) => {
    expect(isTimeZone(id)).toBe(false);
  });

  test('a zone that is not known cannot be made', () => {
    expect(() => new Zone('Nowhere/Land')).toThrow(RangeError);
  });
});
