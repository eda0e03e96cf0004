/** Patients of flesh and blood for what was taken on a walk: somebody for every hidden answer too. */
import type { Bench } from './bench.ts';
import { type Taken, unusual } from './choices.ts';
import { type AtMost, hiddenNow } from './given.ts';
import { isAlike, type Option } from './hidden.ts';
import { joined, type Written, written } from './written.ts';

/** What is already said of a patient. */
export interface Said {
  /** The answers, by the keys of a walk. */
  readonly answers: Fixed;
  /** Whether a medicine is at hand, which may be one of those that a condition counts. */
  readonly hasMedicine: boolean;
  readonly atMost: readonly AtMost[];
}

type Fixed = ReadonlyMap<string, unknown>;

/** Where patients come from of whom a hidden answer has one of these kinds of truth. */
export type LeavesOf = (
  id: string,
  options: readonly Option[],
  said: Said,
) => readonly (readonly Taken[])[];

/** Ways to give one hidden answer with so many more medicines, nearest to the healthy patient first. */
const WAYS = 10;
const HIDDEN = 'hidden:now:';

/** Not each of them turns out to be one: what an added medicine makes true of the others is left to the evaluation. */
export function patientsOf(
  taken: readonly Taken[],
  bench: Bench,
  leavesOf: LeavesOf,
): Generator<Written> {
  return settled(start(taken, bench), bench, leavesOf);
}

/** A patient of whom some hidden answers are still to be given. */
interface Unsettled {
  readonly written: Written;
  readonly hidden: readonly Taken[];
  readonly said: Said;
}

function start(taken: readonly Taken[], bench: Bench): Unsettled {
  return {
    written: written(taken, bench),
    hidden: hiddenIn(taken),
    said: {
      answers: answersIn(taken),
      hasMedicine: taken.some(({ key }) => key.startsWith('medicine:')),
      atMost: hiddenNow(taken),
    },
  };
}

function* settled(patient: Unsettled, bench: Bench, leavesOf: LeavesOf): Generator<Written> {
  const [next, ...rest] = patient.hidden;
  if (!next) {
    yield patient.written;
    return;
  }
  const options = [next.option, ...(next.others ?? [])] as readonly Option[];
  // Where nobody says anything of it, it is mostly false.
  if (options.some(isFalse)) yield* settled({ ...patient, hidden: rest }, bench, leavesOf);
  const ways = leavesOf(next.key.slice(HIDDEN.length), options, patient.said);
  for (const way of nearestOf(ways)) {
    const more = start(way, bench);
    const [both] = joined(patient.written, [more.written]);
    if (!both) continue;
    yield* settled(
      {
        written: both,
        hidden: [...more.hidden, ...rest],
        said: {
          answers: new Map([...patient.said.answers, ...more.said.answers]),
          hasMedicine: patient.said.hasMedicine || more.said.hasMedicine,
          atMost: [...patient.said.atMost, ...more.said.atMost],
        },
      },
      bench,
      leavesOf,
    );
  }
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
  const hidden = hiddenIn(taken).filter(({ index }) => index > 0);
  return unusual(taken) + 3 * hidden.length;
}

/** Those that change come first: they leave the least to choose. */
function hiddenIn(taken: readonly Taken[]): Taken[] {
  return taken
    .filter(({ key }) => key.startsWith(HIDDEN))
    .toSorted((a, b) => Number(isAlike(a.option as Option)) - Number(isAlike(b.option as Option)));
}

function isFalse(option: Option): boolean {
  return option.every((kind) => kind === 0);
}

function answersIn(taken: readonly Taken[]): Fixed {
  return new Map(
    taken
      .filter(({ key }) => key.startsWith('answer:') || key === 'screened_at')
      .map(({ key, option }) => [key, option]),
  );
}
