import { type Day, parseDay } from './day.ts';
import { Memo } from './memo.ts';
import type { Ambiguity, Instant, LocalTime, Zone } from './zone.ts';

const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

/** Reads an ISO date-time, in the clinic's time zone unless it carries an offset; undefined when it is none. */
export function parseInstant(text: string, zone: Zone, ambiguity: Ambiguity): Instant | undefined {
  return read(text, (local) => zone.instantOf(local, ambiguity));
}

/** Reads back a date-time with its offset, as a zone writes it. Throws when it is none. */
export function readBack(text: string): Instant {
  const instant = read(text, () => undefined);
  if (instant === undefined) throw new Error(`no date-time with an offset: ${text}`);
  return instant;
}

/** What a text says by itself: a clock reading, and the offset where it carries one. */
interface Written {
  readonly local: LocalTime;
  readonly second: number;
  readonly shift: number | undefined;
}

/** Exports name the same moments again and again. */
const WRITTEN = new Memo<string, Written | undefined>();

function read(
  text: string,
  onClock: (local: LocalTime) => Instant | undefined,
): Instant | undefined {
  const written = WRITTEN.get(text, () => parse(text));
  if (!written) return undefined;
  const { local, second, shift } = written;
  const whole =
    shift === undefined ? onClock(local) : local.day * 86_400_000 + (local.minute - shift) * 60_000;
  return whole === undefined ? undefined : whole + second * 1000;
}

function parse(text: string): Written | undefined {
  const match = DATE_TIME.exec(text.trim());
  if (!match) return undefined;
  const [, date = '', hours, minutes, seconds = '0', offset] = match;
  const day = parseDay(date);
  const hour = Number(hours);
  const minute = Number(minutes);
  const second = Number(seconds);
  if (day === undefined || hour > 23 || minute > 59 || second > 59) return undefined;
  const shift = offset === undefined ? undefined : offsetMinutes(offset);
  if (offset !== undefined && shift === undefined) return undefined;
  return { local: { day, minute: hour * 60 + minute }, second, shift };
}

function offsetMinutes(offset: string): number | undefined {
  if (offset === 'Z') return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  const digits = offset.slice(1).replace(':', '');
  const hours = Number(digits.slice(0, 2));
  const minutes = Number(digits.slice(2));
  return hours > 14 || minutes > 59 ? undefined : sign * (hours * 60 + minutes);
}

/** Reads a date, or the day of a date-time in the clinic's time zone. */
export function parseDayOrInstant(text: string, zone: Zone): Day | undefined {
  const instant = parseInstant(text, zone, 'later');
  return instant === undefined ? parseDay(text.trim()) : zone.dayOf(instant);
}
