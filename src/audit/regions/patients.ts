/** Patients of flesh and blood for what was taken on a walk: somebody for every hidden answer too. */
import type { Bench } from './bench.ts';
import { type Taken, unusual } from './choices.ts';
import { type Given, NOTHING_GIVEN } from './given.ts';
import { isAlike, type Option } from './hidden.ts';
import type { Model } from './model.ts';
import { factIn, hiddenIn, type HiddenTaken } from './taken.ts';
import { type Written, written } from './written.ts';

/** What is already said of a patient. */
export interface Said {
  /** The moments, by the keys of a walk. */
  readonly fixed: Fixed;
  /** The other answers, which may still be cut further. */
  readonly given: Given;
  /** Whether a medicine is at hand, which may be one of those that a condition counts. */
  readonly hasMedicine: boolean;
}

type Fixed = ReadonlyMap<string, unknown>;

/** Leaves of a walk, and what was looked at on it. */
interface Leaves {
  readonly leaves: readonly (readonly Taken[])[];
  readonly model: Model;
}

/** Where patients come from. */
export interface Source {
  readonly bench: Bench;
  /** Those of whom a hidden answer has one of these kinds of truth; undefined where nothing is to be added for that. */
  readonly leavesOf: (id: string, options: readonly Option[], said: Said) => Leaves | undefined;
  readonly givenBy: (taken: readonly Taken[], model: Model) => Given;
}

/** Ways to give one hidden answer with so many more medicines, nearest to the healthy patient first. */
const WAYS = 10;

/** Not each of them turns out to be one: what an added medicine makes true of the others is left to the evaluation. */
export function patientsOf(
  taken: readonly Taken[],
  model: Model,
  source: Source,
): Generator<Written> {
  const nobody = { written: { answers: {}, medicines: [] }, hidden: [], said: NOTHING };
  return settled(joined(nobody, { taken, model }, source), source);
}

const NOTHING: Said = { fixed: new Map(), given: NOTHING_GIVEN, hasMedicine: false };

/** A patient of whom some hidden answers are still to be given. */
interface Unsettled {
  readonly written: Written;
  readonly hidden: readonly HiddenTaken[];
  readonly said: Said;
}

/** The patient with what was taken on a further walk, whose answers are the finer ones. */
function joined(
  { written: before, hidden, said }: Unsettled,
  { taken, model }: { readonly taken: readonly Taken[]; readonly model: Model },
  { bench, givenBy }: Source,
): Unsettled {
  const more = written(taken, bench);
  const given = givenBy(taken, model);
  const answers = new Map([...said.given.answers, ...given.answers]);
  const bounds = new Map([...said.given.atMost, ...given.atMost].map((each) => [each.id, each]));
  const moments = taken.filter(({ key }) => {
    const fact = factIn(key);
    return fact === undefined ? key === 'screened_at' : !answers.has(fact);
  });
  return {
    written: {
      answers: { ...before.answers, ...more.answers },
      medicines: [...before.medicines, ...more.medicines],
    },
    hidden: [...hiddenNow(taken), ...hidden],
    said: {
      fixed: new Map([...said.fixed, ...moments.map(({ key, option }) => [key, option] as const)]),
      given: { answers, atMost: [...bounds.values()] },
      hasMedicine: said.hasMedicine || taken.some(({ key }) => key.startsWith('medicine:')),
    },
  };
}

function* settled(patient: Unsettled, source: Source): Generator<Written> {
  const [next, ...hidden] = patient.hidden;
  if (!next) {
    yield patient.written;
    return;
  }
  const { id, options } = next;
  const rest = { ...patient, hidden };
  // Where nobody says anything of it, it is mostly false.
  if (options.some(isFalse)) yield* settled(rest, source);
  const found = source.leavesOf(id, options, patient.said);
  if (!found) return;
  const { leaves, model } = found;
  for (const taken of nearestOf(leaves))
    yield* settled(joined(rest, { taken, model }, source), source);
}

function nearestOf(ways: readonly (readonly Taken[])[]): (readonly Taken[])[] {
  const counts = new Map<unknown, number>();
  return ways
    .toSorted((a, b) => weight(a) - weight(b))
    .filter((way) => {
      const medicines = way.find(({ key }) => key === 'medicines')?.option;
      const count = (counts.get(medicines) ?? 0) + 1;
      counts.set(medicines, count);
      return count <= WAYS;
    });
}

/** What is still hidden takes other medicines to come true, and is tried after what an answer alone brings about. */
function weight(taken: readonly Taken[]): number {
  const hidden = hiddenNow(taken).filter(({ index }) => index > 0);
  return unusual(taken) + 3 * hidden.length;
}

/** Those that change come first: they leave the least to choose. */
function hiddenNow(taken: readonly Taken[]): HiddenTaken[] {
  return hiddenIn(taken)
    .filter(({ when }) => when === 'now')
    .toSorted((a, b) => Number(isAlike(a.options[0])) - Number(isAlike(b.options[0])));
}

function isFalse(option: Option): boolean {
  return option.every((kind) => kind === 0);
}
