/** The truths that the hidden answers can have in each rule set, and patients of whom they have them. */
import { type Context, type Quiet } from '../../evaluation/context.ts';
import { evaluate } from '../../evaluation/condition.ts';
import { scopesFor } from '../../evaluation/table-lines.ts';
import { anyOf } from '../../logic/truth.ts';
import type { Condition } from '../../rules/condition.ts';
import type { Bench } from './bench.ts';
import { type Taken, unusual, walk } from './choices.ts';
import { nameIn, together } from './counted-truths.ts';
import { KINDS, kindOf, type Triple } from './hidden.ts';
import { type Compared, walkDifferences } from './focus.ts';
import { LazyPatient } from './lazy-patient.ts';
import { meaningOf } from './meaning.ts';
import { modelOf } from './model.ts';
import { readingOf } from './reading.ts';
import { type Meant, type Stubbed, stubbed } from './stubs.ts';
import { joined, type Written, written } from './written.ts';

/** A kind of truth in each of the rule sets. */
export type Option = readonly number[];

interface Known {
  /** For each option, in the form of a text, patients of whom the condition has it. */
  readonly leaves: ReadonlyMap<string, readonly (readonly Taken[])[]>;
  readonly complete: boolean;
}

const BUDGET = 20_000;
const KEPT = 16;
const CANDIDATES = 4;
const OF_ONE_NAME = 3;
const QUIETS: readonly Quiet[] = ['open', 'favourable', 'unfavourable'];
const NOTHING: Written = { answers: {}, medicines: [] };

export class Nodes {
  readonly benches: readonly Bench[];
  readonly prepared: Stubbed['prepared'];
  readonly #original: readonly Bench[];
  readonly #meant: Stubbed['meant'];
  readonly #names: readonly string[];
  readonly #about = new Map<string, boolean>();
  readonly #known = new Map<string, Known>();
  readonly #changes = new Map<string, Known>();
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
    const { leaves, complete } = this.#changed(id);
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

  /** Patients of every kind, as far as the budget goes. */
  #walked(id: string): Known {
    return this.#kept(this.#known, id, (compared, truth, visit) =>
      walk((choose) => truth(new LazyPatient(choose, compared.model)), visit, BUDGET),
    );
  }

  /** Patients of whom the rule sets can say different things. */
  #changed(id: string): Known {
    return this.#kept(this.#changes, id, (compared, truth, visit) =>
      walkDifferences(compared, truth, visit, BUDGET),
    );
  }

  #kept(memo: Map<string, Known>, id: string, how: Way): Known {
    let known = memo.get(id);
    const meant = this.#meant.get(id);
    if (!meant) throw new Error(`nothing is hidden as ${id}`);
    if (!known) memo.set(id, (known = this.#explore(meant, how)));
    return known;
  }

  #explore(meant: Meant, how: Way): Known {
    if (meant.kind === 'definition') {
      return this.#explored(this.#compared(meant.when, 0), how, (context, index) => {
        const when = meant.when[index];
        return when
          ? triple((quiet) => evaluate(when, context, { needs: new Set() }, quiet))
          : FALSE;
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
        if (!where || !medicine) return FALSE;
        const scopes = scopesFor(where, medicine, { context, scope: { needs: new Set() } });
        return triple((quiet) => anyOf(scopes, (scope) => evaluate(where, context, scope, quiet)));
      },
    );
    if (needed === 1) return single;
    return {
      complete: single.complete,
      leaves: together(this.#withAlike(single.leaves, meant.id), needed),
    };
  }

  /** The leaves of one medicine, with those to whom nothing changes, as far as they are found. */
  #withAlike(leaves: Known['leaves'], id: string): Known['leaves'] {
    const width = this.benches.length;
    const all = new Map(
      KINDS.map((kind): [string, readonly (readonly Taken[])[]] => [
        Array.from({ length: width }, () => kind).join(),
        [],
      ]),
    );
    const meant = this.#meant.get(id);
    if (meant?.kind === 'medicines' && width > 1) {
      const whole = this.#explore(
        { ...meant, of: meant.of.map((each) => each && { ...each, atLeast: 1 }) },
        (compared, truth, visit) =>
          walk((choose) => truth(new LazyPatient(choose, compared.model)), visit, 4000),
      );
      for (const [key, group] of whole.leaves) all.set(key, group);
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
    const { complete } = how(
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

  /** Patients of flesh and blood for what was taken on a walk, hidden answers and all. */
  patientsOf(taken: readonly Taken[]): Written[] {
    const own = this.benches.at(-1);
    if (!own) return [];
    let found: Written[] = [written(taken, own)];
    for (const { key, option } of taken) {
      if (!key.startsWith('hidden:now:')) continue;
      const ways = this.#realise(key.slice('hidden:now:'.length), (option as Option).join());
      found = found.flatMap((one) => joined(one, ways)).slice(0, CANDIDATES);
    }
    return found;
  }

  #realise(id: string, option: string): readonly Written[] {
    const key = `${id} ${option}`;
    let realised = this.#realised.get(key);
    if (!realised) {
      const isFalse = optionOf(option).every((kind) => kind === 0);
      const isAlike = new Set(optionOf(option)).size === 1;
      const { leaves: found } = isAlike ? this.#walked(id) : this.#changed(id);
      const leaves = found.get(option) ?? [];
      realised = [
        ...(isFalse ? [NOTHING] : []),
        ...leaves.flatMap((taken) => this.patientsOf(taken)),
      ].slice(0, KEPT);
      this.#realised.set(key, realised);
    }
    return realised;
  }
}

/** How to walk: every patient, or only those to whom something changes. */
type Way = (
  compared: Compared,
  truth: (patient: LazyPatient) => string,
  visit: (option: string, taken: readonly Taken[]) => void,
) => { readonly complete: boolean };

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

function keepNearest(group: (readonly Taken[])[], taken: readonly Taken[]): void {
  group.push(taken);
  if (group.length < KEPT * 4) return;
  group.splice(0, group.length, ...varied(group));
}

/** The nearest to the healthy patient, but few of the same medicine, so that one can be joined with another. */
function varied(leaves: readonly (readonly Taken[])[]): (readonly Taken[])[] {
  const counts = new Map<string, number>();
  return leaves
    .toSorted((a, b) => unusual(a) - unusual(b))
    .filter((taken) => {
      const name = nameIn(taken);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return count <= OF_ONE_NAME;
    })
    .slice(0, KEPT);
}

function readsMedicines(condition: Condition | undefined, bench: Bench | undefined): boolean {
  return (
    condition !== undefined &&
    bench !== undefined &&
    readingOf([condition], bench.screener.prepared).medicines > 0
  );
}
