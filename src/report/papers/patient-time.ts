import { plainDate, weekday } from '../../time/day.ts';
import type { Instant, Zone } from '../../time/zone.ts';
import type { SheetWords } from './sheet-words.ts';

/** "Saturday, November 21, 9:00 am", on the clinic's clock; noon and midnight cannot be mistaken. */
export function patientTime(instant: Instant, zone: Zone, words: SheetWords): string {
  const { day, minute } = zone.localOf(instant);
  return `${patientDay(day, words)}, ${clock(day, minute, words)}`;
}

/** The same with the year. */
export function patientDate(instant: Instant, zone: Zone, words: SheetWords): string {
  const { day, minute } = zone.localOf(instant);
  const dated = words.year(patientDay(day, words), plainDate(day).year);
  return `${dated}, ${clock(day, minute, words)}`;
}

function patientDay(day: number, words: SheetWords): string {
  const date = plainDate(day);
  return words.day(nameOf(day, words), date.day, words.months[date.month - 1] ?? '');
}

function nameOf(day: number, { weekdays }: SheetWords): string {
  return weekdays[weekday(day) - 1] ?? '';
}

function clock(day: number, minute: number, words: SheetWords): string {
  if (minute === 720) return words.noon;
  if (minute === 0) return words.midnight(nameOf(day - 1, words), nameOf(day, words));
  const hour = Math.floor(minute / 60);
  const minutes = String(minute % 60).padStart(2, '0');
  return `${hour % 12 === 0 ? 12 : hour % 12}:${minutes} ${hour < 12 ? 'am' : 'pm'}`;
}
