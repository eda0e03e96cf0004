import { screenerOn } from '../evaluation/screen.ts';
import { canonicalJson } from '../rules/canonical.ts';
import { cutDays } from '../rules/rules-on.ts';
import { type Day, formatDay } from '../time/day.ts';
import type { Bench } from './regions/bench.ts';

/** Days on which the same rules are in force. */
export interface Interval<T extends readonly Bench[]> {
  /** "until 2027-01-01", "from 2027-01-01"; not there when the rules are the same on every day. */
  readonly during?: string;
  readonly benches: T;
}

/** The rules as they are in force between the days on which something changes in any of them; the same ones only once. */
export function intervalsOf<T extends readonly Bench[]>(benches: T): Interval<T>[] {
  const cuts = benches.flatMap(({ screener }) => cutDays(screener.prepared.ruleSet));
  const days = [...new Set(cuts)].toSorted((a, b) => a - b);
  const [first] = days;
  if (first === undefined) return [{ benches }];
  const found = new Map<string, { readonly during: string; readonly benches: T }>();
  for (const [index, day] of [first - 1, ...days].entries()) {
    const onTheDay = benchesOnDay(benches, day);
    const key = canonicalJson(onTheDay.map(({ screener }) => screener.prepared.ruleSet));
    const words = spanWords(days[index - 1], days[index]);
    const known = found.get(key);
    const during = known ? `${known.during} and ${words}` : words;
    found.set(key, { during, benches: known?.benches ?? onTheDay });
  }
  return [...found.values()];
}

/** As if every day were this one. */
export function benchesOnDay<T extends readonly Bench[]>(benches: T, day: Day): T {
  return benches.map((bench) => ({
    ...bench,
    screener: screenerOn(bench.screener, day),
  })) as readonly Bench[] as T;
}

function spanWords(from: Day | undefined, until: Day | undefined): string {
  return [
    ...(from === undefined ? [] : [`from ${formatDay(from)}`]),
    ...(until === undefined ? [] : [`until ${formatDay(until)}`]),
  ].join(' ');
}
