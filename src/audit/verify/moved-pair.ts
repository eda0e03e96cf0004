/** Walks through pairs of patients who differ by one step of an answer alone, and by what that makes of hidden answers. */
import type { Region } from '../regions/answer-regions.ts';
import { type Choose, type Taken, type Walk, walk } from '../regions/choices.ts';
import { LazyPatient } from '../regions/lazy-patient.ts';
import type { Model } from '../regions/model.ts';
import type { Nodes } from '../regions/nodes.ts';
import { Narrowing } from '../regions/open.ts';
import type { Reading } from '../regions/open-patient.ts';
import { openTimes, TIME_KEYS } from '../regions/open-values.ts';
import { answerKey, isHiddenKey } from '../regions/taken.ts';
import {
  answerPairs,
  dosePairs,
  type KindPairs,
  kindPairs,
  type Move,
  type Pair,
  type Step,
} from './moved-values.ts';

/** The same patient after and before, and one of so many table lines, the same for both. */
export interface MovedPatient {
  readonly moved: LazyPatient;
  readonly before: LazyPatient;
  readonly line: (count: number) => number;
}

export interface Pairs {
  readonly move: Move;
  readonly model: Model;
  readonly step: Step;
  readonly kinds: KindPairs;
}

const BUDGET = 200_000;

export function walkPairs<T>(
  { move, model, step, kinds }: Pairs,
  run: (patient: MovedPatient) => T,
  visit: (result: T, taken: readonly Taken[]) => 'stop' | void,
): Walk {
  const { fact } = move;
  const times = fact === 'last_taken' ? dosePairs(move, step) : openTimes;
  const reading: Omit<Reading, 'narrowing' | 'place'> = { times, kinds: kindPairs(kinds) };
  return walk(
    (choose) => {
      const narrowing = new Narrowing(choose);
      const patientAt = (place: 0 | 1): LazyPatient => {
        const own: Choose = <O>(key: string, options: () => readonly O[]): O =>
          key === answerKey(fact)
            ? (choose(`${PAIR}${fact}`, () => answerPairs(move, model, step))[place] as O)
            : choose(key, options);
        return new LazyPatient(own, model, { ...reading, narrowing, place });
      };
      const line = (count: number): number => choose('line', () => [...Array(count).keys()]);
      return run({ moved: patientAt(0), before: patientAt(1), line });
    },
    visit,
    BUDGET,
  );
}

const PAIR = 'pair:';

/** What was taken of one of the two alone: 0 is the moved one. */
export function takenOf(taken: readonly Taken[], place: 0 | 1): Taken[] {
  return taken.map((each) => {
    const { key, option, others } = each;
    if (key.startsWith(PAIR)) {
      const [moved, before] = option as Pair<Region>;
      return { ...each, key: answerKey(key.slice(PAIR.length)), option: place ? before : moved };
    }
    if (key === TIME_KEYS.lastTaken && Array.isArray(option))
      return { ...each, option: option[place] as unknown };
    if (!isHiddenKey(key)) return each;
    const at = (pair: unknown): unknown => (pair as Pair<unknown>)[place];
    return { ...each, option: at(option), ...(others ? { others: others.map(at) } : {}) };
  });
}

/** False only where it is proved that one of the two is nobody. */
export function isPossiblePair(taken: readonly Taken[], model: Model, nodes: Nodes): boolean {
  return ([0, 1] as const).every((place) => nodes.isPossible(takenOf(taken, place), model));
}
