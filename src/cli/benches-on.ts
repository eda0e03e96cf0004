import { benchesOnDay, type Interval, intervalsOf } from '../audit/intervals.ts';
import type { Bench } from '../audit/regions/bench.ts';
import { dayOf } from './day-of.ts';
import { complain, type Terminal } from './terminal.ts';

/** Rules as they are in force on the chosen day, or, without one, in each span of days in which nothing of them changes. */
export function benchesOn<T extends readonly Bench[]>(
  benches: T,
  on: string | undefined,
  terminal: Terminal,
): readonly Interval<T>[] {
  const day = dayOf(on, '--on');
  if (day !== undefined) return [{ benches: benchesOnDay(benches, day) }];
  const intervals = intervalsOf(benches);
  const spans = intervals.flatMap(({ during }) => during ?? []);
  if (spans.length > 0)
    complain(terminal, `the rules differ by the day; looked at: ${spans.join('; ')}`);
  return intervals;
}
