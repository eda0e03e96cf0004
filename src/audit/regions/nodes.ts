/** The truths that the hidden answers can have in each rule set, and patients of whom they have them. */
import type { Condition } from '../../rules/condition.ts';
import type { Bench } from './bench.ts';
import type { Taken } from './choices.ts';
import { Explorer, type Known } from './explorer.ts';
import { type AtMost, givenTo, keyOfGiven } from './given.ts';
import { isAlike, KINDS, type Option, optionOf } from './hidden.ts';
import { meaningOf } from './meaning.ts';
import type { Model } from './model.ts';
import { patientsOf, type Said, type Source } from './patients.ts';
import { Possible } from './possible.ts';
import { readingOf } from './reading.ts';
import { type Meant, type Stubbed, stubbed } from './stubs.ts';
import { answerKey } from './taken.ts';
import { changed, everybody, NOTHING_SAID } from './ways.ts';
import type { Written } from './written.ts';

const PATIENTS = 8;
/** Regions in which is looked for what nobody can be, before that is left open: where hundreds of names changed at once. */
const LOOKED = 25_000;

/** The hidden answers of some rule sets, in which they stand for what is out of sight of a walk. */
export class Nodes {
  readonly benches: readonly Bench[];
  readonly prepared: Stubbed['prepared'];
  /** Those that the formularies take for different medicines. */
  readonly names: readonly string[];
  readonly #original: readonly Bench[];
  readonly #meant: Stubbed['meant'];
  readonly #about = new Map<string, boolean>();
  readonly #walked = new Map<string, Known>();
  readonly #changed = new Map<string, Known>();
  readonly #options = new Map<string, readonly Option[]>();
  readonly #explorer: Explorer;
  #looked = 0;
  readonly #facts = new Map<string, ReadonlySet<string>>();
  readonly #possible = new Possible({
    isAboutMedicines: (id) => this.isAboutMedicines(id),
    isSettled: (id) => this.#isSettled(id),
    factsOf: (id) => this.#factsOf(id),
    bounding: (all) => this.#bounding(all),
    truthsGiven: (id, given) => {
      if (this.#looked > LOOKED) return undefined;
      const way = this.#isSettled(id) ? everybody : changed;
      const { leaves, complete, regions } = this.#explorer.explore(
        this.meantBy(id),
        way(NOTHING_SAID),
        given,
      );
      this.#looked += regions;
      return complete ? new Set(leaves.keys()) : undefined;
    },
  });

  constructor(benches: readonly Bench[], names: readonly string[] = []) {
    const { prepared, meant } = stubbed(benches.map(({ screener }) => screener.prepared));
    this.#original = benches;
    this.#meant = meant;
    this.names = names;
    this.#explorer = new Explorer(this);
    this.prepared = prepared;
    this.benches = benches.map((bench, index) => {
      const own = prepared[index];
      if (!own) throw new Error(`no rule set ${index}`);
      return { ...bench, screener: { ...bench.screener, prepared: own } };
    });
  }

  has(id: string): boolean {
    return this.#meant.has(id);
  }

  /** False only where it is proved that nobody is in the region. */
  isPossible(taken: readonly Taken[], model: Model): boolean {
    return this.#possible.has(taken, model);
  }

  /** Whether medicines bear on it. */
  isAboutMedicines(id: string): boolean {
    const meant = this.#meant.get(id);
    let about = this.#about.get(id);
    if (about === undefined) {
      about =
        meant?.kind === 'medicines' ||
        this.#conditionsOf(id).some((each, index) => readsMedicines(each, this.#original[index]));
      this.#about.set(id, about);
    }
    return about;
  }

  /** With one rule set nothing differs, so definitions are looked into whatever they are about. */
  #isSettled(id: string): boolean {
    if (this.benches.length === 1) return this.#meant.get(id)?.kind === 'definition';
    return !this.isAboutMedicines(id);
  }

  options(id: string): readonly Option[] {
    let options = this.#options.get(id);
    if (!options) this.#options.set(id, (options = this.#findOptions(id)));
    return options;
  }

  /** The same kind of truth in all rule sets is always thought possible; others only as they are found. */
  #findOptions(id: string): readonly Option[] {
    const alike = KINDS.map((kind) => this.benches.map(() => kind));
    if (this.benches.length < 2 || this.#isShared(id)) return alike;
    const { leaves, complete } = this.#explorer.explore(this.meantBy(id), changed(NOTHING_SAID));
    const unlike = complete
      ? [...leaves.keys()].map(optionOf)
      : KINDS.flatMap((a) => KINDS.map((b) => [a, b]));
    return [
      ...alike,
      ...unlike.filter((option) => new Set(option).size > 1).toSorted((a, b) => sum(a) - sum(b)),
    ];
  }

  /** Whether it means the same in all rule sets. */
  #isShared(id: string): boolean {
    if (this.names.length > 0 && this.isAboutMedicines(id)) return false;
    const meanings = this.#conditionsOf(id).map((condition, index) => {
      const bench = this.#original[index];
      return condition && bench ? meaningOf([condition], bench.screener.prepared) : 'absent';
    });
    return new Set(meanings).size === 1;
  }

  #conditionsOf(id: string): (Condition | undefined)[] {
    const meant = this.#meant.get(id);
    if (meant?.kind === 'medicines') return [...meant.of];
    return this.#original.map(({ screener }) => screener.prepared.definitions.get(id)?.when);
  }

  /** What a hidden answer stands for. */
  meantBy(id: string): Meant {
    const meant = this.#meant.get(id);
    if (!meant) throw new Error(`nothing is hidden as ${id}`);
    return meant;
  }

  /** What one medicine has to meet, in each rule set, where the hidden answer says that some medicine does. */
  anyMedicine(id: string): readonly (Condition | undefined)[] | undefined {
    const meant = this.#meant.get(id);
    if (meant?.kind !== 'medicines') return undefined;
    return meant.of.every((each) => (each?.atLeast ?? 1) === 1)
      ? meant.of.map((each) => each?.where)
      : undefined;
  }

  #bounding(all: readonly AtMost[]): AtMost[] {
    return all.filter(
      ({ id, options }) =>
        this.anyMedicine(id) &&
        this.benches.some((_, index) => options.every((option) => option[index] !== 1)),
    );
  }

  /** Patients of flesh and blood, hidden answers and all; so many at most. */
  *patientsOf(taken: readonly Taken[], model: Model, most = PATIENTS): Generator<Written> {
    const bench = this.benches.at(-1);
    if (!bench) return;
    let count = 0;
    const source: Source = {
      bench,
      leavesOf: (...hidden) => this.#leavesOf(...hidden),
      givenBy: (...region) => this.#possible.givenBy(...region),
    };
    for (const patient of patientsOf(taken, model, source)) {
      yield patient;
      count += 1;
      if (count === most) return;
    }
  }

  /** The keys of a walk that bear on it, through definitions and all. */
  #factsOf(id: string): ReadonlySet<string> {
    let facts = this.#facts.get(id);
    if (!facts) {
      const readings = this.#conditionsOf(id).flatMap((condition, index) => {
        const bench = this.#original[index];
        return condition && bench ? readingOf([condition], bench.screener.prepared) : [];
      });
      const tested = readings.flatMap(({ tests }) => [...tests.keys()]);
      facts = new Set(['screened_at', ...tested.map(answerKey)]);
      this.#facts.set(id, facts);
    }
    return facts;
  }

  #leavesOf(id: string, options: readonly Option[], said: Said): ReturnType<Source['leavesOf']> {
    // Without a medicine that meets it, it is false already.
    if (this.anyMedicine(id) && options.some((option) => option.every((kind) => kind === 0)))
      return undefined;
    const read = this.#factsOf(id);
    const { hasMedicine } = said;
    const answers = new Map([...said.fixed].filter(([key]) => read.has(key)));
    const given = givenTo(said.given, read, this.isAboutMedicines(id));
    const key = JSON.stringify([id, hasMedicine, [...answers], keyOfGiven(given)]);
    const memo = options.every(isAlike) ? this.#walked : this.#changed;
    let known = memo.get(key);
    if (!known) {
      const way = memo === this.#walked ? everybody : changed;
      known = this.#explorer.explore(this.meantBy(id), way({ answers, hasMedicine }), given);
      memo.set(key, known);
    }
    const leaves = options.flatMap((option) => known.leaves.get(option.join()) ?? []);
    return { leaves, model: known.model };
  }
}

function sum(option: Option): number {
  return option.reduce((total, kind) => total + kind, 0);
}

function readsMedicines(condition: Condition | undefined, bench: Bench | undefined): boolean {
  return (
    condition !== undefined &&
    bench !== undefined &&
    readingOf([condition], bench.screener.prepared).medicines > 0
  );
}
