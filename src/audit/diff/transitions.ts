import type { Shown, WitnessFinder } from './find-witness.ts';
import type { Leaf } from './rule-difference.ts';
import { restriction, type Said, type SaidLine, toldApart, type Witness } from './witness.ts';

export type Direction = 'looser' | 'stricter' | 'same';

/** One kind of change to patients, with a patient to whom it happens. */
export interface Transition {
  readonly direction: Direction;
  readonly witness: Witness;
  /** What the rule does of the patient before and after, where the whole result does not show it. */
  readonly masked?: Shown['standings'];
}

/**
 * One witness for each change of headline, one for a change below it where there is no other, and else one for whom the
 * rule stands otherwise though nothing of that can be seen. `words`: of those to whom the rule stands as before, whom
 * it may still tell something else.
 */
export function transitionsOf(
  leaves: readonly Leaf[],
  finder: WitnessFinder,
  id: string,
  what: 'standing' | 'words' | 'question' = 'standing',
): Transition[] {
  const found = new Map<string, Transition>();
  const done = new Set<string>();
  let masked: Transition | undefined;
  let anothers: Transition | undefined;
  for (const leaf of byTurns(leaves)) {
    const kind = kindOf(leaf);
    if (done.has(kind)) continue;
    // A question may be called like a rule.
    if (what !== 'question') finder.confirm(leaf, id);
    for (const { standings, ...witness } of finder.witnessesOf(
      leaf,
      what === 'standing' ? id : undefined,
    )) {
      const direction = directionOf(witness);
      if (!concerns(witness, id)) {
        if (standings[0] !== standings[1])
          masked ??= { direction: 'same', witness, masked: standings };
        continue;
      }
      if (direction !== 'same' && what === 'standing' && !decides(witness, id)) {
        anothers ??= { direction, witness };
        continue;
      }
      const key = direction === 'same' ? kind : headlines(witness);
      if (!found.has(key)) found.set(key, { direction, witness });
      // Another patient of the same region may have nothing else in the way.
      if (direction === 'same') continue;
      done.add(kind);
      break;
    }
  }
  const shown = foremost([...found.values()]);
  if (shown.some(({ direction }) => direction !== 'same')) return shown;
  // A plain patient in whom another rule moves the headline too reads better than one in whom something else hides it.
  return [anothers, ...shown, masked].flatMap((each) => each ?? []).slice(0, 1);
}

/** Those that change a headline, loosening first; where there is none, the first of the others. */
export function foremost(all: readonly Transition[]): Transition[] {
  const headline = all.filter(({ direction }) => direction !== 'same');
  // What changes nothing on the whole is said once: it would be the same patient with ever more medicines.
  if (headline.length === 0) return all.slice(0, 1);
  return headline.toSorted((a, b) => ORDER[a.direction] - ORDER[b.direction]);
}

/** For each change of standing, and in all. */
const TRIES = 4;
const TRIES_IN_ALL = 32;

/** The nearest leaf of each change of standing, then the next of each, and so on. */
function byTurns(leaves: readonly Leaf[]): Leaf[] {
  const counts = new Map<string, number>();
  const turns = leaves.map((leaf) => {
    const turn = counts.get(kindOf(leaf)) ?? 0;
    counts.set(kindOf(leaf), turn + 1);
    return { leaf, turn };
  });
  return turns
    .filter(({ turn }) => turn < TRIES)
    .toSorted((a, b) => a.turn - b.turn)
    .slice(0, TRIES_IN_ALL)
    .map(({ leaf }) => leaf);
}

function kindOf({ before, after }: Leaf): string {
  return JSON.stringify([before, after]);
}

const ORDER: Readonly<Record<Direction, number>> = { looser: 0, stricter: 1, same: 2 };

export function headlines({ before, after }: Witness): string {
  return `${before.disposition} ${before.urgency} > ${after.disposition} ${after.urgency}`;
}

export function directionOf({ before, after }: Pick<Witness, 'before' | 'after'>): Direction {
  const by = restriction(after) - restriction(before);
  return by === 0 ? 'same' : by < 0 ? 'looser' : 'stricter';
}

/** Whether what differs is said by this rule or of this question, or is a check on the day. */
function concerns({ before, after }: Witness, id: string): boolean {
  const of = (said: Said): readonly SaidLine[] => [...said.findings, ...said.instructions];
  const { lost, gained } = toldApart(of(before), of(after));
  return [...lost, ...gained].some((line) => line.is === 'check' || isOf(id, line));
}

/** Whether the headline may change by what this rule finds, and not only by what others do of the same patient. */
function decides({ before, after }: Witness, id: string): boolean {
  const { lost, gained } = toldApart(before.findings, after.findings);
  return [...lost, ...gained].some((line) => isOf(id, line) && line.disposition !== 'go');
}

function isOf(id: string, line: SaidLine): boolean {
  return ('rule' in line && line.rule === id) || ('subject' in line && line.subject === id);
}
