import { plainDate, weekday } from './day.ts';
import { Memo } from './memo.ts';
import type { Instant, Zone } from './zone.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const FORMATTED = new Memo<number, string>();

/** "Tue 24 Nov 2026": a date that nobody reads the wrong way round. */
export function formatLocalDay(day: number): string {
  return FORMATTED.get(day, () => formatDate(day));
}

function formatDate(day: number): string {
  const date = plainDate(day);
  return `${DAYS[weekday(day) - 1]} ${date.day} ${MONTHS[date.month - 1]} ${date.year}`;
}

/** "Tue 24 Nov 2026 09:00", on the clinic's clock. */
export function formatLocalTime(instant: Instant, zone: Zone): string {
  const { day, minute } = zone.localOf(instant);
  return `${formatLocalDay(day)} ${clock(minute)}`;
}

/** "Tue 24 Nov 09:00", where the year stands elsewhere on the page. */
export function formatShortTime(instant: Instant, zone: Zone): string {
  const { day, minute } = zone.localOf(instant);
  return `${formatLocalDay(day).slice(0, -5)} ${clock(minute)}`;
}

/** A minute of the day as a clock shows it: 08:05. */
export function clock(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
