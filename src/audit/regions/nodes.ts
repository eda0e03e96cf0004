/** The truths that the hidden answers can have in each rule set, and patients of whom they have them. */
import { type Context, type Quiet } from '../../evaluation/context.ts';
import { evaluate } from '../../evaluation/condition.ts';
import { scopesFor } from '../../evaluation/table-lines.ts';
import { anyOf } from '../../logic/truth.ts';
import type { Condition } from '../../rules/condition.ts';
import type { Bench } from './bench.ts';
import type { Taken } from './choices.ts';
import { together } from './counted-truths.ts';
import { KINDS, kindOf, type Option, type Triple, tripleOf } from './hidden.ts';
import type { Compared } from './focus.ts';
import { meaningOf } from './meaning.ts';
import { patientsOf, type Said } from './patients.ts';
import { modelOf } from './model.ts';
import { keepNearest, varied } from './nearest.ts';
import { readingOf } from './reading.ts';
import { type Meant, type Stubbed, stubbed } from './stubs.ts';
import { changed, everybody, NOTHING_SAID, type Way } from './ways.ts';
import type { Written } from './written.ts';

interface Known {
  /** For each option, in the form of a text, patients of whom the condition has it. */
  readonly leaves: ReadonlyMap<string, readonly (readonly Taken[])[]>;
  readonly complete: boolean;
}

const QUIETS: readonly Quiet[] = ['open', 'favourable', 'unfavourable'];

export class Nodes {
  readonly benches: readonly Bench[];
  readonly prepared: Stubbed['prepared'];
  readonly #original: readonly Bench[];
  readonly #meant: Stubbed['meant'];
  readonly #names: readonly string[];
  readonly #about = new Map<string, boolean>();
  readonly #walked = new Map<string, Known>();
  readonly #changed = new Map<string, Known>();
  readonly #options = new Map<string, readonly Option[]>();
  readonly #alike = new Map<string, Known>();
  readonly #facts = new Map<string, ReadonlySet<string>>();

  /** `names`: those that the formularies take for different medicines. */
  constructor(benches: readonly Bench[], names: readonly string[] = []) {
    const { prepared, meant } = stubbed(benches.map(({ screener }) => screener.prepared));
    this.#original = benches;
    this.#meant = meant;
    this.#names = names;
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

  options(id: string): readonly Option[] {
    let options = this.#options.get(id);
    if (!options) this.#options.set(id, (options = this.#findOptions(id)));
    return options;
  }

  /** The same kind of truth in all rule sets is always thought possible; others only as they are found. */
  #findOptions(id: string): readonly Option[] {
    const alike = KINDS.map((kind) => this.benches.map(() => kind));
    if (this.benches.length < 2 || this.#isShared(id)) return alike;
    const { leaves, complete } = this.#explore(this.#meantBy(id), changed(NOTHING_SAID));
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
    if (this.#names.length > 0 && this.isAboutMedicines(id)) return false;
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

  #meantBy(id: string): Meant {
    const meant = this.#meant.get(id);
    if (!meant) throw new Error(`nothing is hidden as ${id}`);
    return meant;
  }

  #explore(meant: Meant, how: Way): Known {
    if (meant.kind === 'definition') {
      return this.#explored(this.#compared(meant.when, 0), how, (context, index) => {
        const when = meant.when[index];
        return when
          ? triple((quiet) => evaluate(when, context, { needs: new Set() }, quiet))
          : tripleOf(0);
      });
    }
    const wheres = meant.of.map((each) => each?.where);
    const compared = this.#compared(wheres, 1);
    const needed = Math.max(...meant.of.map((each) => each?.atLeast ?? 1));
    // Two names for one drug count once, and a product of two drugs twice: so drugs are counted one by one.
    const identities = compared.model.identities.filter(
      ({ known }) => needed === 1 || known.every((each) => each.ingredients.size <= 1),
    );
    const single = this.#explored(
      { ...compared, model: { ...compared.model, identities } },
      how,
      (context, index) => {
        const where = wheres[index];
        const medicine = context.medicines[0];
        if (!where || !medicine) return tripleOf(0);
        const scopes = scopesFor(where, medicine, { context, scope: { needs: new Set() } });
        return triple((quiet) => anyOf(scopes, (scope) => evaluate(where, context, scope, quiet)));
      },
    );
    if (needed === 1) return single;
    const counted = together(this.#withAlike(single.leaves, meant), needed);
    if (!how.hasMedicine) return { complete: single.complete, leaves: counted };
    // The medicine at hand may be one of those that count.
    const leaves = new Map(
      [...counted].map(([key, group]) => [key, [...(single.leaves.get(key) ?? []), ...group]]),
    );
    return { complete: single.complete, leaves };
  }

  /** The leaves of one medicine, with those to whom nothing changes, as far as they are found. */
  #withAlike(
    leaves: Known['leaves'],
    meant: Extract<Meant, { kind: 'medicines' }>,
  ): Known['leaves'] {
    const width = this.benches.length;
    const all = new Map(
      KINDS.map((kind): [string, readonly (readonly Taken[])[]] => [
        Array.from({ length: width }, () => kind).join(),
        [],
      ]),
    );
    if (width > 1) {
      const of = meant.of.map((each) => each && ({ ...each, atLeast: 1 } as const));
      let alike = this.#alike.get(meant.id);
      if (!alike)
        this.#alike.set(
          meant.id,
          (alike = this.#explore({ ...meant, of }, everybody(NOTHING_SAID))),
        );
      for (const [key, group] of alike.leaves) all.set(key, group);
    }
    for (const [key, group] of leaves) all.set(key, varied([...group, ...(all.get(key) ?? [])]));
    return all;
  }

  #explored(
    compared: Compared,
    how: Way,
    truthIn: (context: Context, bench: number) => Triple,
  ): Known {
    const leaves = new Map<string, (readonly Taken[])[]>();
    const { complete } = how.go(
      compared,
      (patient) =>
        this.benches.map((_, index) => kindOf(truthIn(patient.seenBy(index), index))).join(),
      (option, taken) => {
        const group = leaves.get(option) ?? [];
        leaves.set(option, group);
        keepNearest(group, taken);
      },
    );
    return { leaves, complete };
  }

  /** What can make a difference to conditions of which one stands in each rule set. */
  #compared(conditions: readonly (Condition | undefined)[], slots: number): Compared {
    const own = conditions.map((condition) => (condition ? [condition] : []));
    const readings = this.prepared.map((prepared, index) => readingOf(own[index] ?? [], prepared));
    const model = modelOf(this.benches, readings, { slots, nodes: this, names: this.#names });
    return { model, nodes: this, conditions: own };
  }

  /** Patients of flesh and blood, hidden answers and all. */
  patientsOf(taken: readonly Taken[]): Written[] {
    const own = this.benches.at(-1);
    if (!own) return [];
    return patientsOf(taken, own, (id, options, said) => this.#leavesOf(id, options, said));
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
      facts = new Set(['screened_at', ...tested.map((fact) => `answer:${fact}`)]);
      this.#facts.set(id, facts);
    }
    return facts;
  }

  #leavesOf(
    id: string,
    options: readonly Option[],
    { answers, hasMedicine }: Said,
  ): readonly (readonly Taken[])[] {
    const read = this.#factsOf(id);
    const said = { answers: new Map([...answers].filter(([key]) => read.has(key))), hasMedicine };
    const key = `${id} ${hasMedicine} ${JSON.stringify([...said.answers])}`;
    const memo = options.every(isAlike) ? this.#walked : this.#changed;
    let known = memo.get(key);
    if (!known)
      memo.set(
        key,
        (known = this.#explore(
          this.#meantBy(id),
          memo === this.#walked ? everybody(said) : changed(said),
        )),
      );
    return options.flatMap((option) => known.leaves.get(option.join()) ?? []);
  }
}

function isAlike(option: Option): boolean {
  return new Set(option).size <= 1;
}

function triple(truthFor: (quiet: Quiet) => Triple[number]): Triple {
  const [open = 'open', favourable = 'favourable', unfavourable = 'unfavourable'] = QUIETS;
  return [truthFor(open), truthFor(favourable), truthFor(unfavourable)];
}

function optionOf(text: string): number[] {
  return text.split(',').map(Number);
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
