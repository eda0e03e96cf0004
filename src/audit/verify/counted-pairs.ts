/** What "at least so many medicines" can come to before and after, from what one medicine can come to. */
import { type Triple } from '../regions/hidden.ts';
import { atLeast, or, type Truth } from '../../logic/truth.ts';

/** The truths of a condition after and before. */
export type TriplePair = readonly [Triple, Triple];

type Counts = readonly { readonly certain: number; readonly possible: number }[];

/**
 * Every pair that any number of medicines can give, each of them once or more. Several entries of one ingredient count
 * once, so their truths are joined first.
 */
export function countedPairs(single: readonly TriplePair[], needed: number): TriplePair[] {
  const nothing: Truth[] = Array.from({ length: 6 }, () => 'false');
  const flat = single.map((pair) => pair.flat());
  const joined = closure<readonly Truth[]>(nothing, (truths) =>
    flat.map((one) => truths.map((each, index) => or([each, one[index] ?? 'unknown']))),
  );
  const none: Counts = nothing.map(() => ({ certain: 0, possible: 0 }));
  const counts = closure(none, (before) => joined.map((one) => counted(before, one, needed)));
  return counts.map((each) => pairOfTruths(each.map((count) => truthOf(count, needed))));
}

function counted(before: Counts, one: readonly Truth[], needed: number): Counts {
  return before.map(({ certain, possible }, index) => ({
    certain: Math.min(needed, certain + Number(one[index] === 'true')),
    possible: Math.min(needed, possible + Number(one[index] !== 'false')),
  }));
}

function truthOf({ certain, possible }: Counts[number], needed: number): Truth {
  const open = Array.from({ length: possible - certain }, (): Truth => 'unknown');
  return atLeast(needed, [...Array.from({ length: certain }, (): Truth => 'true'), ...open]);
}

function pairOfTruths(truths: readonly Truth[]): TriplePair {
  const at = (index: number): Truth => truths[index] ?? 'unknown';
  return [
    [at(0), at(1), at(2)],
    [at(3), at(4), at(5)],
  ];
}

/** All that can be reached from the start. */
function closure<T>(start: T, stepsFrom: (from: T) => readonly T[]): T[] {
  const found = new Map([[JSON.stringify(start), start]]);
  for (const each of found.values()) {
    for (const next of stepsFrom(each)) {
      const key = JSON.stringify(next);
      if (!found.has(key)) found.set(key, next);
    }
  }
  return [...found.values()];
}
