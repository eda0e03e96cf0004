import type { Bench } from '../audit/regions/bench.ts';
import { screenerOn } from '../evaluation/screen.ts';
import { cutDays } from '../rules/rules-on.ts';
import { formatDay } from '../time/day.ts';
import { dayOf } from './day-of.ts';
import { complain, type Terminal } from './terminal.ts';

export interface BenchesOn {
  readonly benches: readonly Bench[];
  /** Whether there are other days on which other rules are in force, and none was chosen. */
  readonly isPart: boolean;
}

/** Rules as they are in force on the chosen day, or today; says so where any of them is dated. */
export function benchesOn(
  benches: readonly Bench[],
  on: string | undefined,
  terminal: Terminal,
): BenchesOn {
  const cuts = benches.flatMap(({ screener }) => cutDays(screener.prepared.ruleSet));
  const zone = benches[0]?.screener.zone;
  if (cuts.length === 0 || !zone) return { benches, isPart: false };
  const day = dayOf(on, '--on') ?? zone.dayOf(terminal.now());
  const days = [...new Set(cuts)].toSorted((a, b) => a - b).map(formatDay);
  complain(
    terminal,
    `as of ${formatDay(day)}; something comes into force or goes out of it on ${days.join(', ')}: --on DATE looks at another day`,
  );
  return {
    benches: benches.map((bench) => ({ ...bench, screener: screenerOn(bench.screener, day) })),
    isPart: on === undefined,
  };
}
