/** Two patients who differ in one answer alone, by a step from one of its regions to the next. */
import { restriction } from '../diff/witness.ts';
import type { Region } from '../regions/answer-regions.ts';
import type { Bench } from '../regions/bench.ts';
import { type Choose, type Taken, walk } from '../regions/choices.ts';
import { LazyPatient } from '../regions/lazy-patient.ts';
import { type Model, once, regionsOfFact } from '../regions/model.ts';
import type { Nodes } from '../regions/nodes.ts';
import { Narrowing } from '../regions/open.ts';
import { openDosePairs, openTimes } from '../regions/open-values.ts';
import { answersOf, resultOf } from '../regions/replay.ts';
import { answerKey } from '../regions/taken.ts';
import type { Raw } from '../regions/written.ts';
import type { Property } from '../../rules/schema/property.ts';

const BUDGET = 200_000;
/** Patients that are replayed before it is left undecided. */
const REPLAYS = 12;

/** An answer, and the way that must not make a result less restrictive. */
export type Move = Pick<NonNullable<Property['monotone']>, 'fact' | 'direction'>;

export interface Monotone {
  readonly proved: boolean;
  readonly regions: number;
  readonly witness?: Raw;
}

/** Chooses one of so many table lines, the same for both patients. */
type Line = (count: number) => number;

/** What patients are made with, and replayed through. */
interface Replayed {
  readonly bench: Bench;
  readonly nodes: Nodes;
}

/** Whether it holds of every such pair of patients. */
type Holds = (moved: LazyPatient, before: LazyPatient, line: Line) => boolean;

/** Walks through all pairs; of those of whom it does not hold, one may really have a less restrictive result. */
export function overPairs(
  { fact, direction }: Move,
  model: Model,
  holds: Holds,
  replayed: Replayed,
): Monotone {
  const times = fact === 'last_taken' ? openDosePairs : openTimes;
  const broken: (readonly Taken[])[] = [];
  const { complete, regions } = walk(
    (choose) => {
      const narrowing = new Narrowing(choose);
      const patientAt = (place: 0 | 1): LazyPatient => {
        const fixed: Choose = <T>(key: string, options: () => readonly T[]): T =>
          key === answerKey(fact)
            ? (pairOf(choose, fact, model)[place] as T)
            : choose(key, options);
        return new LazyPatient(fixed, model, { narrowing, times, place });
      };
      const [moved, before] = placesOf(direction).map(patientAt);
      const line: Line = (count) => choose('line', () => [...Array(count).keys()]);
      if (!moved || !before) throw new Error('two patients are compared');
      return holds(moved, before, line);
    },
    (found, taken) => {
      if (!found && broken.length < REPLAYS) broken.push(taken);
    },
    BUDGET,
  );
  for (const taken of broken) {
    const witness = lessRestrictive(taken, { fact, direction }, model, replayed);
    if (witness) return { proved: false, regions, witness };
  }
  return { proved: complete && broken.length === 0, regions };
}

/** The places in a pair, whose greater value comes first: that of the answer that was moved, and of the one before. */
function placesOf(direction: Move['direction']): readonly [0 | 1, 0 | 1] {
  return direction === 'later' || direction === 'higher' ? [0, 1] : [1, 0];
}

/** Two neighbouring regions of the answer, the greater first. */
function pairOf(choose: Choose, fact: string, model: Model): readonly [Region, Region] {
  const regions = once(model, `monotone ${fact}`, () =>
    regionsOfFact(fact, model, model.healthy.procedure_at)
      .filter(({ answer }) => answer?.state === 'answered')
      .toSorted((a, b) => valueIn(a) - valueIn(b)),
  );
  return choose(`pair:${fact}`, () =>
    regions.slice(1).flatMap((greater, index): [Region, Region][] => {
      const less = regions[index];
      return less ? [[greater, less]] : [];
    }),
  );
}

function valueIn({ answer }: Region): number {
  return answer?.state === 'answered' ? Number(answer.value) : 0;
}

function keyOf(fact: string): string {
  return fact === 'last_taken' ? 'medicine:0:last_taken' : answerKey(fact);
}

/** Whether the whole result, replayed, is less restrictive with the answer that was moved. */
function lessRestrictive(
  taken: readonly Taken[],
  { fact, direction }: Move,
  model: Model,
  { bench, nodes }: Replayed,
): Raw | undefined {
  const pair = taken.find(({ key }) => key === `pair:${fact}` || key === keyOf(fact))?.option;
  if (!Array.isArray(pair)) return undefined;
  const others = taken.filter(
    ({ key }) => !key.startsWith(keyOf(fact)) && !key.startsWith('pair:'),
  );
  const results = pair.map((option: unknown) => {
    const [patient] = nodes.patientsOf([...others, { key: keyOf(fact), option, index: 1 }], model);
    const answers = patient && answersOf(patient);
    return { answers, result: answers && resultOf(answers, bench) };
  });
  const [moved, before] = placesOf(direction).map((place) => results[place]);
  if (!moved?.result || !before?.result) return undefined;
  return restriction(moved.result) < restriction(before.result) ? moved.answers : undefined;
}
