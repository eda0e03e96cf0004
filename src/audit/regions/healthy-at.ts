import { formatDay, parseDay } from '../../time/day.ts';
import { parseInstant } from '../../time/parse-time.ts';
import type { Instant } from '../../time/zone.ts';
import { type Bench, healthyIntake } from './bench.ts';

/** The bench with its healthy patient at another moment: every date and time of the answers lies as far from it as before. */
export function healthyAt(bench: Bench, procedureAt: Instant): Bench {
  const { zone } = bench.screener;
  const before = healthyIntake(bench).procedure_at;
  const days = zone.dayOf(procedureAt) - zone.dayOf(before);
  const moved = (value: unknown): unknown => {
    if (typeof value !== 'string') return value;
    const day = parseDay(value);
    if (day !== undefined) return formatDay(day + days);
    const instant = parseInstant(value, zone, 'later');
    return instant === undefined ? value : zone.format(instant + procedureAt - before);
  };
  const healthy = Object.fromEntries(
    Object.entries(bench.healthy).map(([fact, value]) => [fact, moved(value)]),
  );
  return { ...bench, healthy };
}
