/** What differs between a patient of whom an answer was moved and the same one before: pairs, the moved one first. */
import type { Region } from '../regions/answer-regions.ts';
import type { Option } from '../regions/hidden.ts';
import type { Identity } from '../regions/identities.ts';
import { type Model, once, runsOfFact } from '../regions/model.ts';
import { Open } from '../regions/open.ts';
import type { Reading } from '../regions/open-patient.ts';
import { openTimes, TIME_KEYS, type Times } from '../regions/open-values.ts';
import { hiddenKey } from '../regions/taken.ts';
import type { Property } from '../../rules/schema/property.ts';

/** An answer, and the way that must not make a result less restrictive. */
export type Move = Pick<NonNullable<Property['monotone']>, 'fact' | 'direction'>;

export type Pair<T> = readonly [T, T];

/** A step to the next of the values that the tests tell apart, or, of what reads it through something else too, none that shows. */
export type Step = 'shows' | 'may show';

export function answerPairs(move: Move, model: Model, step: Step): readonly Pair<Region>[] {
  const { fact } = move;
  return once(model, `pairs ${fact} ${move.direction} ${step}`, () => {
    const runs = runsOfFact(fact, model);
    const steps = runs.slice(1).flatMap((greater, index): Pair<Region>[] => {
      const less = runs[index];
      return less ? [inOrder(move, greater, less)] : [];
    });
    return step === 'shows' ? steps : [...steps, ...runs.map((run) => [run, run] as const)];
  });
}

/** The moments of a dose; those that are not known do not move. */
export function dosePairs(move: Move, step: Step): Reading['times'] {
  return (model, identities) => {
    const plain = openTimes(model, identities);
    const [identity] = identities;
    if (!identity) return plain;
    const key = `dose pairs ${namesOf(identities)} ${move.direction} ${step}`;
    return once(model, key, () => {
      const steps = plain.left.flatMap(({ value, taken }) => {
        const [later] = value.lastTaken;
        const earlier = earlierThan(later, value, plain);
        if (later === undefined || earlier === undefined) return [];
        const lastTaken = inOrder(move, later, earlier);
        const kept = taken.filter(({ key: of }) => of !== TIME_KEYS.lastTaken);
        const moved = { key: TIME_KEYS.lastTaken, option: lastTaken, index: 1 };
        return [{ value: { ...value, lastTaken }, taken: [...kept, moved] }];
      });
      return new Open('times', step === 'shows' ? steps : [...steps, ...plain.left]);
    });
  };
}

function namesOf(identities: readonly Identity[]): string {
  return identities.map(({ name }) => name).join('; ');
}

function inOrder<T>({ direction }: Move, greater: T, less: T): Pair<T> {
  return direction === 'later' || direction === 'higher' ? [greater, less] : [less, greater];
}

/** The next dose before it, of the same patient. */
function earlierThan(
  later: Times['lastTaken'][number],
  { screenedAt, stillTaking }: Times,
  { left }: Open<Times>,
): number | undefined {
  if (later === undefined) return undefined;
  const moments = left.flatMap(({ value }) => {
    const [moment] = value.lastTaken;
    const alike = value.screenedAt === screenedAt && value.stillTaking === stillTaking;
    return alike && moment !== undefined && moment < later ? [moment] : [];
  });
  return moments.length === 0 ? undefined : Math.max(...moments);
}

/** The kinds of truth that hidden answers have after and before, by their names. */
export type KindPairs = (id: string) => readonly Pair<Option>[];

export function kindPairs(pairsOf: KindPairs): Reading['kinds'] {
  return (model, id, when) => {
    const key = hiddenKey(id, when);
    return once(model, `kind pairs ${key}`, () => {
      const candidates = pairsOf(id).map((option, index) => ({
        value: option,
        taken: [{ key, option, index }],
      }));
      return new Open(key, candidates);
    });
  };
}

export function isStill([moved, before]: Pair<Option>): boolean {
  return moved.join() === before.join();
}
