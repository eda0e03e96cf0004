import type { WitnessFinder } from './find-witness.ts';
import type { Leaf } from './rule-difference.ts';
import { restriction, type Witness } from './witness.ts';

export type Direction = 'looser' | 'stricter' | 'same';

/** One kind of change to patients, with a patient to whom it happens. */
export interface Transition {
  readonly direction: Direction;
  readonly witness: Witness;
}

/** One witness for each change of headline, and one for a change below it where there is no other. */
export function transitionsOf(
  leaves: readonly Leaf[],
  finder: WitnessFinder,
  id: string,
): Transition[] {
  const found = new Map<string, Transition>();
  const tried = new Map<string, number>();
  let inAll = 0;
  for (const leaf of leaves) {
    const kind = JSON.stringify([leaf.before, leaf.after]);
    const tries = tried.get(kind) ?? 0;
    if (tries >= TRIES || inAll >= TRIES_IN_ALL) continue;
    inAll += 1;
    tried.set(kind, tries + 1);
    finder.confirm(leaf, id);
    for (const witness of finder.witnessesOf(leaf.taken)) {
      if (!concerns(witness, id)) continue;
      const direction = directionOf(witness);
      const key = direction === 'same' ? kind : headlines(witness);
      if (!found.has(key)) found.set(key, { direction, witness });
      // Another patient of the same region may have nothing else in the way.
      if (direction === 'same') continue;
      tried.set(kind, TRIES);
      break;
    }
  }
  const all = [...found.values()];
  const headline = all.filter(({ direction }) => direction !== 'same');
  // What changes nothing on the whole is said once: it would be the same patient with ever more medicines.
  return (headline.length > 0 ? headline : all.slice(0, 1)).toSorted(
    (a, b) => ORDER[a.direction] - ORDER[b.direction],
  );
}

/** For each change of standing, and in all. */
const TRIES = 4;
const TRIES_IN_ALL = 24;
const ORDER: Readonly<Record<Direction, number>> = { looser: 0, stricter: 1, same: 2 };

function headlines({ before, after }: Witness): string {
  return `${before.disposition} ${before.urgency} > ${after.disposition} ${after.urgency}`;
}

export function directionOf({ before, after }: Pick<Witness, 'before' | 'after'>): Direction {
  const by = restriction(after) - restriction(before);
  return by === 0 ? 'same' : by < 0 ? 'looser' : 'stricter';
}

/** Whether what differs is said by this rule, or asked for it. */
function concerns({ before, after }: Witness, id: string): boolean {
  const [old, now] = [before, after].map((said) => [...said.findings, ...said.instructions]);
  const changed = [
    ...(old ?? []).filter((line) => !now?.includes(line)),
    ...(now ?? []).filter((line) => !old?.includes(line)),
  ];
  return changed.some((line) => line.includes(id) || line.startsWith('check on the day'));
}
