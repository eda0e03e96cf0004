import { weekday } from './day.ts';
import type { Instant, Zone } from './zone.ts';

/** Opening and closing in minutes since midnight; the closing minute is no longer open. */
interface OpenSpan {
  readonly from: number;
  readonly until: number;
}

/** Index 0 is Monday; a closed day has no spans. */
export type OpeningHours = readonly (readonly OpenSpan[])[];

const MINUTE = 60_000;
const DAYS_AHEAD = 14;

/** The first whole minute at or after `from` at which the clinic is open; undefined when it never opens. */
export function nextOpenMinute(
  from: Instant,
  hours: OpeningHours,
  zone: Zone,
): Instant | undefined {
  const start = Math.ceil(from / MINUTE) * MINUTE;
  const first = zone.dayOf(start);
  for (let day = first; day <= first + DAYS_AHEAD; day += 1) {
    for (const span of hours[weekday(day) - 1] ?? []) {
      // In an hour that is skipped or comes twice, only what is open by either reading is open.
      const opens = zone.instantOf({ day, minute: span.from }, 'later');
      const closes = zone.instantOf({ day, minute: span.until }, 'earlier');
      const candidate = Math.max(start, opens);
      if (candidate < closes) return candidate;
    }
  }
  return undefined;
}
