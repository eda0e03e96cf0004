import { Temporal } from 'temporal-polyfill';

import { Memo } from './memo.ts';
import type { Duration } from './duration.ts';

/** A calendar day as a count of days since 1970-01-01; it belongs to no time zone. */
export type Day = number;

const MS_PER_DAY = 86_400_000;

/** Exports name the same days again and again, so what Temporal made of them is remembered. */
const PARSED = new Memo<string, Day | undefined>();
const FORMATTED = new Memo<Day, string>();
const MONTHS_LATER = new Memo<string, Day>();

export function plainDate(day: Day): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(day * MS_PER_DAY)
    .toZonedDateTimeISO('UTC')
    .toPlainDate();
}

export function dayOf(date: Temporal.PlainDate): Day {
  return date.toZonedDateTime('UTC').epochMilliseconds / MS_PER_DAY;
}

/** Reads an ISO date; undefined when it is malformed or no day of the calendar (2026-02-30). */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return PARSED.get(text, () => {
    try {
      return dayOf(Temporal.PlainDate.from(text, { overflow: 'reject' }));
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  });
}

/** The ISO form of a day. */
export function formatDay(day: Day): string {
  return FORMATTED.get(day, () => plainDate(day).toString());
}

/** The day a calendar duration after (or, negative `sign`, before) another; 31 January plus a month is 28 February. */
export function addToDay(day: Day, { count, unit }: Duration, sign: 1 | -1 = 1): Day {
  if (unit === 'days') return day + sign * count;
  if (unit === 'weeks') return day + sign * count * 7;
  if (unit === 'months') {
    const months = sign * count;
    return MONTHS_LATER.get(`${day} ${months}`, () => dayOf(plainDate(day).add({ months })));
  }
  throw new Error(`${unit} are no calendar unit`);
}

/** Whole years from one day to a later one, as an age is counted. */
export function yearsBetween(from: Day, to: Day): number {
  const [a, b] = [formatDay(from), formatDay(to)];
  const years = Number(b.slice(0, 4)) - Number(a.slice(0, 4));
  return b.slice(5) < a.slice(5) ? years - 1 : years;
}

/** 1 is Monday and 7 Sunday. */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}
