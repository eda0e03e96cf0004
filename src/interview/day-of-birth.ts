import { type Day, yearsBetween } from '../time/day.ts';
import type { Instant, Zone } from '../time/zone.ts';
import { readSpoken } from '../time/spoken/spoken-time.ts';

/** A year of four digits, or a day, a month and two digits of the year: anything less is no date of birth. */
const HAS_YEAR = /\b(?:19|20)\d{2}\b|\d[/.-]\d{1,2}[/.-]\d{2}$/;

/** The day that somebody was born, as it is said, and the age that follows; undefined when no single day is named. */
export function dayOfBirth(
  text: string,
  { zone, now }: { readonly zone: Zone; readonly now: Instant },
): { readonly day: Day; readonly age: number } | undefined {
  const said = text.toLowerCase().replace(/^\s*(?:born|dob|date of birth)\b[\s:]*/, '');
  if (!HAS_YEAR.test(said)) return undefined;
  const spoken = readSpoken(said, { zone, now, direction: 'past', wantsHour: false });
  const [moment, another] = spoken.is === 'moments' ? spoken.moments : [];
  const today = zone.dayOf(now);
  if (!moment || another || moment.minute !== undefined || moment.day > today) return undefined;
  return { day: moment.day, age: yearsBetween(moment.day, today) };
}
