/**
 * Who is decided otherwise because lines of medicine lists are read otherwise. No region holds every line that can be
 * written, so this is tried and not proved: on lines that hold the changed words, and on every name by itself.
 */
import { approximateHours } from '../../../time/duration.ts';
import { type Bench, healthyIntake } from '../../regions/bench.ts';
import { identitiesFor } from '../../regions/identities.ts';
import { testsOfFact } from '../../regions/model.ts';
import { conditionsIn, type Reading, readingOf } from '../../regions/reading.ts';
import { distinct, durationsOf } from '../../regions/resolved-tests.ts';
import type { Raw } from '../../regions/written.ts';
import type { Change } from '../change.ts';
import { replayAnswered } from '../complete-answers.ts';
import { directionOf, foremost, headlines, type Transition } from '../transitions.ts';
import { differs, replay } from '../witness.ts';
import { type ChangedReading, titleOf } from './changed-readings.ts';
import { type Parts, probeLines, waysIn } from './probe-lines.ts';
import { readAs } from './read-as.ts';

type Benches = readonly [Bench, Bench];

const HOUR = 3_600_000;
const MINUTE = 60_000;
const NONE: ReadonlySet<string> = new Set();
/** Lines that are put to both rule sets, each with last doses on the near side of every interval. */
const REPLAYED = 24;

/** A change for each group of words, and one for the names by themselves where those are read otherwise. */
export function readingChanges(
  benches: Benches,
  readings: readonly ChangedReading[],
  changedNames: ReadonlySet<string>,
): Change[] {
  if (readings.length === 0) return [];
  const read = new Lines(benches, changedNames);
  const listed = new Set(benches.flatMap(({ vocabulary }) => vocabulary.names.spelled));
  const names = [...listed].filter((name) => !changedNames.has(name));
  return [
    ...readings.map((reading) =>
      read.changeOf(titleOf(reading), [...probeLines(reading, read.parts)]),
    ),
    ...read.changeOfNames(names),
  ];
}

/** A line that is read otherwise, and what of that a rule could see. */
interface Otherwise {
  readonly line: string;
  readonly how: string;
}

class Lines {
  readonly parts: Parts;
  readonly #benches: Benches;
  /** Moments of a last dose, none first. */
  readonly #lastDoses: readonly (string | undefined)[];

  constructor(benches: Benches, changedNames: ReadonlySet<string>) {
    const [, { screener }] = benches;
    const readings = benches.map(readingOfAll);
    const procedureAt = healthyIntake(benches[1]).procedure_at;
    const hours = durationsOf(testsOfFact('last_taken', { benches, readings })).map(
      approximateHours,
    );
    this.#benches = benches;
    this.#lastDoses = [
      undefined,
      ...distinct(hours)
        .toSorted((a, b) => a - b)
        .map((each) => screener.zone.format(procedureAt - each * HOUR + MINUTE).slice(0, 16)),
    ];
    this.parts = {
      // Of a name that stands for something else than before, another word is not the reason.
      names: identitiesFor(benches, readings)
        .map(({ name }) => name)
        .filter((name) => !changedNames.has(name)),
      ways: waysIn(benches.map(({ vocabulary }) => vocabulary)),
    };
  }

  changeOf(id: string, lines: readonly string[]): Change {
    const otherwise = this.#readOtherwise(lines);
    const transitions = this.#transitionsOf(otherwise);
    const tried = { id, transitions, regions: 0, tried: lines.length };
    if (transitions.length > 0) return { ...tried, verdict: 'changes' };
    const because =
      otherwise.length === 0
        ? `none of ${lines.length} lines with it is read otherwise; others may be`
        : `${otherwise.length} of ${lines.length} lines with it are read otherwise, and nobody who was tried with one is decided otherwise`;
    return { ...tried, verdict: 'not-proved', because };
  }

  changeOfNames(names: readonly string[]): Change[] {
    const otherwise = this.#readOtherwise(names).map(({ line }) => line);
    return otherwise.length === 0 ? [] : [this.changeOf('names by themselves', otherwise)];
  }

  #readOtherwise(lines: readonly string[]): Otherwise[] {
    const [before, after] = this.#benches.map(({ screener }) => screener.recogniser);
    if (!before || !after) throw new Error('there is no recogniser');
    return lines.flatMap((line) => {
      const [was, is] = [readAs(line, before), readAs(line, after)];
      return was.whole === is.whole ? [] : [{ line, how: `${was.kind} > ${is.kind}` }];
    });
  }

  /** One line for each way of being read otherwise is put to both rule sets. */
  #transitionsOf(otherwise: readonly Otherwise[]): Transition[] {
    const ways = new Map(otherwise.toReversed().map(({ line, how }) => [how, line]));
    const lines = [...ways.values()].slice(-REPLAYED).toReversed();
    const found = new Map<string, Transition>();
    for (const answers of lines.flatMap((line) => this.#patientsWith(line))) {
      const bare = replay(answers, this.#benches);
      const witness = bare && differs(bare) && replayAnswered(bare, NONE, this.#benches);
      if (!witness || !differs(witness)) continue;
      const key = headlines(witness);
      if (!found.has(key)) found.set(key, { direction: directionOf(witness), witness });
    }
    return foremost([...found.values()]);
  }

  #patientsWith(name: string): Raw[] {
    return this.#lastDoses.map((taken) => ({
      medications: [taken === undefined ? { name } : { name, last_taken: taken }],
    }));
  }
}

function readingOfAll({ screener: { prepared } }: Bench): Reading {
  return readingOf(prepared.rules.flatMap(conditionsIn), prepared);
}
