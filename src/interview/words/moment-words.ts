import { formatDay } from '../../time/day.ts';
import { formatLocalDay, formatLocalTime } from '../../time/format-local.ts';
import type { Instant, Zone } from '../../time/zone.ts';
import type { Moment } from '../../time/spoken/spoken-time.ts';

/** The procedure that moments are counted towards; undefined as long as its hour is not known. */
export interface Towards {
  readonly zone: Zone;
  readonly procedureAt: Instant | undefined;
}

/** "Mon 23 Nov 2026 19:00, 14 h before the procedure". */
export function momentWords({ day, minute }: Moment, { zone, procedureAt }: Towards): string {
  const instant = minute === undefined ? undefined : zone.instantOf({ day, minute }, 'later');
  const said = instant === undefined ? formatLocalDay(day) : formatLocalTime(instant, zone);
  if (procedureAt === undefined) return said;
  const between =
    instant === undefined
      ? daysBetween(zone.dayOf(procedureAt) - day)
      : timeBetween(procedureAt - instant);
  return `${said}, ${between}`;
}

/** As an intake holds it: 2026-11-23T19:00 on the clinic's clock, or the day alone. */
export function momentText({ day, minute }: Moment): string {
  if (minute === undefined) return formatDay(day);
  return `${formatDay(day)}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function daysBetween(days: number): string {
  if (days === 0) return 'on the day of the procedure';
  return `${count(Math.abs(days), 'day')} ${sideOf(days)}`;
}

const HOUR = 3_600_000;
const DAYS_FROM = 72;

/** Hours and minutes up to three days, then days and hours. */
function timeBetween(ms: number): string {
  if (ms === 0) return 'at the hour of the procedure';
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const hours = Math.floor(minutes / 60);
  const parts =
    Math.abs(ms) >= DAYS_FROM * HOUR
      ? [count(Math.floor(hours / 24), 'day'), hours % 24 === 0 ? '' : `${hours % 24} h`]
      : [hours === 0 ? '' : `${hours} h`, minutes % 60 === 0 ? '' : `${minutes % 60} min`];
  return `${parts.filter((part) => part !== '').join(' ')} ${sideOf(ms)}`;
}

function sideOf(before: number): string {
  return before > 0 ? 'before the procedure' : 'after the procedure';
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
