/** Whom a walk over regions goes through: everybody, or only those to whom something changes. */
import { type Taken, type Walk, walk } from './choices.ts';
import { type Compared, walkDifferences } from './focus.ts';
import { LazyPatient } from './lazy-patient.ts';

/** Regions: of all patients, and of those of whom most is said. */
const BUDGET = 20_000;
const SOME = 1000;

/** Of nobody in particular. */
export const NOTHING_SAID = { answers: undefined, hasMedicine: false };

interface Spoken {
  /** By the keys of a walk. */
  readonly answers: ReadonlyMap<string, unknown> | undefined;
  readonly hasMedicine: boolean;
}

export function everybody({ answers: fixed, hasMedicine }: Spoken): Way {
  return {
    hasMedicine,
    go: ({ model }, truth, visit) =>
      walk((choose) => truth(new LazyPatient(choose, { ...model, fixed })), visit, SOME),
  };
}

export function changed({ answers: fixed, hasMedicine }: Spoken): Way {
  return {
    hasMedicine,
    go: (compared, truth, visit) => {
      const model = { ...compared.model, fixed };
      return walkDifferences({ ...compared, model }, truth, visit, fixed ? SOME : BUDGET);
    },
  };
}

/** How to walk: every patient, or only those to whom something changes. */
export interface Way {
  readonly hasMedicine: boolean;
  readonly go: (
    compared: Compared,
    truth: (patient: LazyPatient) => string,
    visit: (option: string, taken: readonly Taken[]) => void,
  ) => Walk;
}
