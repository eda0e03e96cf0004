import { Temporal } from 'temporal-polyfill';

import { type Day, formatDay, plainDate } from './day.ts';
import { Memo } from './memo.ts';

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A clock reading in the clinic: a day, and the minutes since its midnight on the wall clock. */
export interface LocalTime {
  readonly day: Day;
  readonly minute: number;
}

/** Which of two readings a clock time takes in the hour that daylight saving repeats or skips. */
export type Ambiguity = 'earlier' | 'later';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * The clinic's time zone. Days without a clock change, nearly all of them, are plain arithmetic
 * from a remembered midnight; Temporal decides the others.
 */
export class Zone {
  readonly id: string;
  readonly #midnights = new Map<Day, Instant>();
  readonly #formatted = new Memo<Instant, string>();

  /** Throws a RangeError when the machine's time zone data has no such zone. */
  constructor(id: string) {
    this.id = Temporal.Now.zonedDateTimeISO(id).timeZoneId;
  }

  startOfDay(day: Day): Instant {
    let instant = this.#midnights.get(day);
    if (instant === undefined) {
      instant = plainDate(day).toZonedDateTime(this.id).epochMilliseconds;
      this.#midnights.set(day, instant);
    }
    return instant;
  }

  instantOf({ day, minute }: LocalTime, ambiguity: Ambiguity): Instant {
    const start = this.startOfDay(day);
    if (this.startOfDay(day + 1) - start === DAY) return start + minute * MINUTE;
    return plainDate(day)
      .toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
      .toZonedDateTime(this.id, { disambiguation: ambiguity }).epochMilliseconds;
  }

  localOf(instant: Instant): LocalTime {
    const day = this.dayOf(instant);
    const start = this.startOfDay(day);
    if (this.startOfDay(day + 1) - start === DAY) {
      return { day, minute: Math.floor((instant - start) / MINUTE) };
    }
    const zoned = this.#zoned(instant);
    return { day, minute: zoned.hour * 60 + zoned.minute };
  }

  dayOf(instant: Instant): Day {
    // The day in UTC, or one beside it.
    let day = Math.floor(instant / DAY) + 1;
    while (this.startOfDay(day) > instant) day -= 1;
    return day;
  }

  /** ISO 8601 to the second with the offset then in force: 2026-11-24T06:00:00-09:00. */
  format(instant: Instant): string {
    return this.#formatted.get(instant, () => this.#format(instant));
  }

  #format(instant: Instant): string {
    const { day, minute } = this.localOf(instant);
    const second = Math.floor(instant / 1000) - Math.floor(instant / MINUTE) * 60;
    const offset = day * 1440 + minute - Math.floor(instant / MINUTE);
    const sign = offset < 0 ? '-' : '+';
    return `${formatDay(day)}T${clock(minute)}:${two(second)}${sign}${clock(Math.abs(offset))}`;
  }

  #zoned(instant: Instant): Temporal.ZonedDateTime {
    return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.id);
  }
}

function clock(minute: number): string {
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Whether the machine's time zone data knows a zone of that name. */
export function isTimeZone(id: string): boolean {
  try {
    return new Zone(id).id !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
