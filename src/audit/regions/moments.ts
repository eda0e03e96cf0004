/** Moments on every side of every boundary that is counted from the procedure. */
import { addToDay, type Day } from '../../time/day.ts';
import { type Duration, exactMs, isCalendarUnit } from '../../time/duration.ts';
import type { Instant, Zone } from '../../time/zone.ts';

const MINUTE = 60_000;
const HOURS = [0, 720, 1439];
/** Months are of different lengths, so their boundaries are looked for a few days around. */
const DAYS_AROUND = 3;
/** Far enough for any wait; an answer may lie so far back. */
const FAR = [400, 3000];

/** Moments before and after the procedure between which no boundary lies that they do not show. */
export function momentsAround(
  procedureAt: Instant,
  durations: readonly Duration[],
  zone: Zone,
): Instant[] {
  const procedureDay = zone.dayOf(procedureAt);
  const moments: Instant[] = [];
  for (const duration of durations) {
    if (isCalendarUnit(duration.unit)) continue;
    const ms = exactMs(duration);
    for (const at of [procedureAt - ms, procedureAt + ms])
      moments.push(at, at + MINUTE, at - MINUTE);
  }
  const days = daysAround(procedureDay, durations);
  for (const day of days)
    for (const minute of HOURS) moments.push(zone.instantOf({ day, minute }, 'later'));
  return [...moments, procedureAt, procedureAt - MINUTE, procedureAt + MINUTE];
}

/** Days between which no boundary of these durations lies; boundaries in hours are met by the days of `momentsAround`. */
export function daysAround(procedureDay: Day, durations: readonly Duration[]): Day[] {
  const days: Day[] = [];
  for (const duration of durations) {
    if (!isCalendarUnit(duration.unit)) continue;
    for (const sign of [-1, 1] as const) {
      const boundary = addToDay(procedureDay, duration, sign);
      for (let around = -DAYS_AROUND; around <= DAYS_AROUND; around += 1)
        days.push(boundary + around);
    }
  }
  for (const around of [-1, 0, 1]) days.push(procedureDay + around);
  for (const far of FAR) days.push(procedureDay - far, procedureDay + far);
  return [...new Set(days)];
}
