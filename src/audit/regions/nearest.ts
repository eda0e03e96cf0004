/** The patients of one kind that are worth keeping. */
import { type Taken, unusual } from './choices.ts';
import { drugIn } from './counted-truths.ts';

const KEPT = 16;
const OF_ONE_DRUG = 3;

/** Keeps the leaf, and lets the farthest go when there are many. */
export function keepNearest(group: (readonly Taken[])[], taken: readonly Taken[]): void {
  group.push(taken);
  if (group.length < KEPT * 4) return;
  group.splice(0, group.length, ...varied(group));
}

/** The nearest to the healthy patient, but few of the same medicine, so that one can be joined with another. */
export function varied(leaves: readonly (readonly Taken[])[]): (readonly Taken[])[] {
  const counts = new Map<string, number>();
  return leaves
    .toSorted((a, b) => unusual(a) - unusual(b))
    .filter((taken) => {
      const drug = drugIn(taken);
      const count = (counts.get(drug) ?? 0) + 1;
      counts.set(drug, count);
      return count <= OF_ONE_DRUG;
    })
    .slice(0, KEPT);
}
