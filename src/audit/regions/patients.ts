/** Patients of flesh and blood for what was taken on a walk: somebody for every hidden answer too. */
import type { Bench } from './bench.ts';
import { type Taken, unusual } from './choices.ts';
import type { Option } from './hidden.ts';
import { joined, type Written, written } from './written.ts';

/** What is already said of a patient. */
export interface Said {
  /** The answers, by the keys of a walk. */
  readonly answers: Fixed;
  /** Whether a medicine is at hand, which may be one of those that a condition counts. */
  readonly hasMedicine: boolean;
}

type Fixed = ReadonlyMap<string, unknown>;

/** Where patients come from of whom a hidden answer has one of these kinds of truth. */
export type LeavesOf = (
  id: string,
  options: readonly Option[],
  said: Said,
) => readonly (readonly Taken[])[];

const MOST = 8;
/** Ways to give one hidden answer, nearest to the healthy patient first. */
const WAYS = 8;
const HIDDEN = 'hidden:now:';

export function patientsOf(taken: readonly Taken[], bench: Bench, leavesOf: LeavesOf): Written[] {
  const found: Written[] = [];
  for (const patient of settled(start(taken, bench), bench, leavesOf)) {
    found.push(patient);
    if (found.length === MOST) break;
  }
  return found;
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
  if (options.some((option) => option.every((kind) => kind === 0)))
    yield* settled({ ...patient, hidden: rest }, bench, leavesOf);
  const ways = leavesOf(next.key.slice(HIDDEN.length), options, patient.said);
  for (const way of ways.toSorted((a, b) => weight(a) - weight(b)).slice(0, WAYS)) {
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
        },
      },
      bench,
      leavesOf,
    );
  }
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
    .toSorted((a, b) => Number(isAlike(a)) - Number(isAlike(b)));
}

function isAlike({ option }: Taken): boolean {
  return new Set(option as Option).size <= 1;
}

function answersIn(taken: readonly Taken[]): Fixed {
  return new Map(
    taken
      .filter(({ key }) => key.startsWith('answer:') || key === 'screened_at')
      .map(({ key, option }) => [key, option]),
  );
}
