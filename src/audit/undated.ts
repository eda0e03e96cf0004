import type { Bench } from './regions/bench.ts';

/** The bench with all its rules in force on every day, past and future ones too: each is to be tried. */
export function undated(bench: Bench): Bench {
  const { on: _, ...screener } = bench.screener;
  return { ...bench, screener };
}
