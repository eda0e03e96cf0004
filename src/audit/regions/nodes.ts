/** The truths that the hidden answers can have in each rule set, and patients of whom they have them. */
import { type Context } from '../../evaluation/context.ts';
import { evaluate, type Quiet } from '../../evaluation/condition.ts';
import { scopesFor } from '../../evaluation/medicine-test.ts';
import { anyOf } from '../../logic/truth.ts';
import type { Condition } from '../../rules/condition.ts';
import type { Bench } from './bench.ts';
import { type Taken, unusual, walk } from './choices.ts';
import { together } from './counted-truths.ts';
import { KINDS, kindOf, type Triple } from './hidden.ts';
import { LazyPatient } from './lazy-patient.ts';
import { meaningOf } from './meaning.ts';
import { type Model, modelOf } from './model.ts';
import { readingOf } from './reading.ts';
import { type Meant, type Stubbed, stubbed } from './stubs.ts';
import { merge, type Written, written } from './written.ts';

/** A kind of truth in each of the rule sets. */
export type Option = readonly number[];

interface Known {
  /** For each option, in the form of a text, patients of whom the condition has it. */
  readonly leaves: ReadonlyMap<string, readonly (readonly Taken[])[]>;
  readonly complete: boolean;
}

const BUDGET = 20_000;
const KEPT = 16;
const CANDIDATES = 10;
const QUIETS: readonly Quiet[] = ['open', 'favourable', 'unfavourable'];
const NOTHING: Written = { answers: {}, medicines: [] };

export class Nodes {
  readonly benches: readonly Bench[];
  readonly prepared: Stubbed['prepared'];
  readonly #original: readonly Bench[];
  readonly #meant: Stubbed['meant'];
  readonly #names: readonly string[];
  readonly #known = new Map<string, Known>();
  readonly #options = new Map<string, readonly Option[]>();
  readonly #realised = new Map<string, readonly Written[]>();

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
    return meant?.kind === 'medicines' || this.#conditionsOf(id).some((condition, index) => readsMedicines(condition, this.#original[index]));
  }

  options(id: string): readonly Option[] {
    let options = this.#options.get(id);
    if (!options) this.#options.set(id, (options = this.#findOptions(id)));
    return options;
  }

  #findOptions(id: string): readonly Option[] {
    if (this.#isShared(id)) return KINDS.map((kind) => this.benches.map(() => kind));
    const { leaves, complete } = this.#walked(id);
    if (complete) return [...leaves.keys()].map(optionOf).toSorted((a, b) => sum(a) - sum(b));
    const [first, second] = [KINDS, this.benches.length > 1 ? KINDS : [0]];
    return first.flatMap((a) => second.map((b) => (this.benches.length > 1 ? [a, b] : [a])));
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

  #walked(id: string): Known {
    let known = this.#known.get(id);
    const meant = this.#meant.get(id);
    if (!meant) throw new Error(`nothing is hidden as ${id}`);
    if (!known) this.#known.set(id, (known = this.#explore(meant)));
    return known;
  }

  #explore(meant: Meant): Known {
    if (meant.kind === 'definition') {
      const model = this.#modelFor(meant.when, 0);
      return this.#explored(model, (context, index) => {
        const when = meant.when[index];
        return when ? triple((quiet) => evaluate(when, context, { needs: new Set() }, quiet)) : FALSE;
      });
    }
    const wheres = meant.of.map((each) => each?.where);
    const model = this.#modelFor(wheres, 1);
    const needed = Math.max(...meant.of.map((each) => each?.atLeast ?? 1));
    const single = this.#explored(
      // Two names for one drug count once, and a product of two drugs twice: so drugs are counted one by one.
      { ...model, identities: needed > 1 ? model.identities.filter(({ known }) => known.every((each) => each.ingredients.size <= 1)) : model.identities },
      (context, index) => {
        const where = wheres[index];
        const medicine = context.medicines[0];
        if (!where || !medicine) return FALSE;
        const scopes = scopesFor(where, medicine, { context, scope: { needs: new Set() } });
        return triple((quiet) => anyOf(scopes, (scope) => evaluate(where, context, scope, quiet)));
      },
    );
    if (needed === 1) return single;
    return { complete: single.complete, leaves: together(single.leaves, needed) };
  }

  #explored(model: Model, truthIn: (context: Context, bench: number) => Triple): Known {
    const leaves = new Map<string, Taken[][]>();
    const { complete } = walk(
      (choose) => {
        const patient = new LazyPatient(choose, model);
        return this.benches.map((_, index) => kindOf(truthIn(patient.seenBy(index), index))).join();
      },
      (option, taken) => {
        const group = leaves.get(option) ?? [];
        leaves.set(option, group);
        keepNearest(group, [...taken]);
      },
      BUDGET,
    );
    return { leaves, complete };
  }

  /** What can make a difference to conditions of which one stands in each rule set. */
  #modelFor(conditions: readonly (Condition | undefined)[], slots: number): Model {
    const readings = this.prepared.map((prepared, index) => {
      const condition = conditions[index];
      return readingOf(condition ? [condition] : [], prepared);
    });
    return modelOf(this.benches, readings, { slots, nodes: this, names: this.#names });
  }

  /** Patients of flesh and blood for what was taken on a walk, hidden answers and all. */
  patientsOf(taken: readonly Taken[]): Written[] {
    const own = this.benches.at(-1);
    if (!own) return [];
    let found: Written[] = [written(taken, own)];
    for (const { key, option } of taken) {
      if (!key.startsWith('hidden:now:')) continue;
      const ways = this.#realise(key.slice('hidden:now:'.length), (option as Option).join());
      found = found.flatMap((one) => ways.flatMap((way) => merge(one, way) ?? [])).slice(0, CANDIDATES);
    }
    return found;
  }

  #realise(id: string, option: string): readonly Written[] {
    const key = `${id} ${option}`;
    let realised = this.#realised.get(key);
    if (!realised) {
      const isFalse = optionOf(option).every((kind) => kind === 0);
      const leaves = this.#walked(id).leaves.get(option) ?? [];
      realised = [...(isFalse ? [NOTHING] : []), ...leaves.flatMap((taken) => this.patientsOf(taken))].slice(0, KEPT);
      this.#realised.set(key, realised);
    }
    return realised;
  }
}

const FALSE: Triple = ['false', 'false', 'false'];

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

function keepNearest(group: Taken[][], taken: Taken[]): void {
  group.push(taken);
  if (group.length > KEPT * 2) {
    const sorted = group.toSorted((a, b) => unusual(a) - unusual(b));
    group.splice(0, group.length, ...sorted.slice(0, KEPT));
  }
}

function readsMedicines(condition: Condition | undefined, bench: Bench | undefined): boolean {
  return condition !== undefined && bench !== undefined && readingOf([condition], bench.screener.prepared).medicines > 0;
}
