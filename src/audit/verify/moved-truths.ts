/**
 * What becomes of definitions, and of conditions about other medicines, as an answer moves: the kinds of truth that
 * each can have after and before, found by a walk through what it stands for.
 */
import { evaluate, NO_NEEDS } from '../../evaluation/condition.ts';
import type { PreparedRule, Quiet, ScreenedMedicine } from '../../evaluation/context.ts';
import { type Headline, isAtLeast } from '../../evaluation/finding-order.ts';
import { scopesFor } from '../../evaluation/table-lines.ts';
import { anyOf } from '../../logic/truth.ts';
import type { Condition } from '../../rules/condition.ts';
import type { Bench } from '../regions/bench.ts';
import type { Given } from '../regions/given.ts';
import { KINDS, kindOf, type Option, type Triple } from '../regions/hidden.ts';
import type { Identity } from '../regions/identities.ts';
import type { LazyPatient } from '../regions/lazy-patient.ts';
import { type Model, modelOf } from '../regions/model.ts';
import type { Nodes } from '../regions/nodes.ts';
import { conditionsIn, type Reading, readingOf } from '../regions/reading.ts';
import { standingOf } from '../regions/standing.ts';
import type { Meant } from '../regions/stubs.ts';
import { countedPairs, type TriplePair } from './counted-pairs.ts';
import { isPossiblePair, type MovedPatient, walkPairs } from './moved-pair.ts';
import { isStill, type Move, type Pair } from './moved-values.ts';

/** A hidden answer that does not hang on what is moved. */
const STILL: readonly Pair<Option>[] = KINDS.map((kind) => [[kind], [kind]]);
/** More than any can do: of those that could not be looked into to the end. */
const ANY: readonly Pair<Option>[] = KINDS.flatMap((a) => KINDS.map((b) => [[a], [b]] as const));

/** What is said anyway, so that no patient of whom it is said is looked for. */
export interface Beside {
  /** Said of a medicine. */
  readonly rules: readonly PreparedRule[];
  readonly least: Headline;
  /** Those of whom nothing is said for the want of an answer. */
  readonly given: Given;
}

export class MovedTruths {
  readonly move: Move;
  readonly #nodes: Nodes;
  readonly #view: Bench;
  readonly #known = new Map<string, readonly Pair<Option>[]>();
  readonly #beside: Beside;
  readonly #underway = new Set<string>();
  #ledBack = false;
  regions = 0;

  constructor(move: Move, nodes: Nodes, view: Bench, beside: Beside) {
    this.#beside = beside;
    this.move = move;
    this.#nodes = nodes;
    this.#view = view;
  }

  /** After and before. What leads back to itself is thought able to do anything, for as long as it is looked into. */
  readonly pairsOf = (id: string): readonly Pair<Option>[] => {
    const known = this.#known.get(id);
    if (known) return known;
    if (this.#underway.has(id)) {
      this.#ledBack = true;
      return ANY;
    }
    this.#underway.add(id);
    const pairs = this.#find(this.#nodes.meantBy(id));
    this.#underway.delete(id);
    if (!this.#ledBack || this.#underway.size === 0) this.#known.set(id, pairs);
    if (this.#underway.size === 0) this.#ledBack = false;
    return pairs;
  };

  /** The hidden answers among what is read that can change, by their names. */
  movingIn({ definitions }: Reading): string[] {
    return [...definitions].filter(
      (id) => this.#nodes.has(id) && !this.pairsOf(id).every((pair) => isStill(pair)),
    );
  }

  /** Whether what is moved is read itself. */
  #isRead({ tests }: Reading): boolean {
    const { fact } = this.move;
    if (tests.has(fact)) return true;
    return fact === 'last_taken' && [...tests.values()].flat().some(isAfterDose);
  }

  /** Whether any of what is read can change. */
  isMoved(reading: Reading): boolean {
    return this.#isRead(reading) || this.movingIn(reading).length > 0;
  }

  #find(meant: Meant): readonly Pair<Option>[] {
    const [condition] =
      meant.kind === 'definition' ? meant.when : meant.of.map((each) => each?.where);
    if (!condition) return STILL;
    const reading = readingOf([condition], this.#view.screener.prepared);
    if (!this.isMoved(reading)) return STILL;
    if (meant.kind === 'definition') return this.#ofDefinition(condition);
    return this.#ofMedicines(condition, meant.of[0]?.atLeast ?? 1);
  }

  #ofDefinition(when: Condition): readonly Pair<Option>[] {
    const of = (patient: LazyPatient): Triple =>
      triple((quiet) => evaluate(when, patient.seenBy(0), NO_NEEDS, quiet));
    const found = this.#walked(when, 0, ({ moved, before }) => [of(moved), of(before)]);
    return found ? kindsOf(found) : ANY;
  }

  #ofMedicines(where: Condition, needed: number): readonly Pair<Option>[] {
    const run = ({ moved, before }: MovedPatient): TriplePair | undefined => {
      const [after, earlier] = [ofMedicine(where, moved), ofMedicine(where, before)];
      if (!after || !earlier) return undefined;
      const isSettled = [after, earlier].every(isSameThroughout);
      return isSettled || !this.#isBeside(moved) ? [after, earlier] : undefined;
    };
    const found = this.#walked(where, needed, run);
    return found ? kindsOf(countedPairs(found, needed)) : ANY;
  }

  /** Of a product of several drugs, which is not looked at as a whole, it is not known. */
  #isBeside(moved: LazyPatient): boolean {
    const [medicine] = moved.seenBy(0).medicines;
    if (!medicine || medicine.known.ingredients.length > 1) return false;
    const { rules, least } = this.#beside;
    return rules.some((rule) => isAtLeast(standingOf(rule, moved, 0, false), least));
  }

  /** Each pair that was met, once; undefined when the walk did not come to its end. `medicines`: how many are counted. */
  #walked(
    condition: Condition,
    medicines: number,
    run: (patient: MovedPatient) => TriplePair | undefined,
  ): TriplePair[] | undefined {
    const model = this.#model(condition, medicines);
    const found = new Map<string, TriplePair>();
    const { complete, regions } = walkPairs(
      { move: this.move, model, step: 'may show', kinds: this.pairsOf },
      run,
      (pair, taken) => {
        const key = JSON.stringify(pair);
        if (pair && !found.has(key) && isPossiblePair(taken, model, this.#nodes))
          found.set(key, pair);
      },
    );
    this.regions += regions;
    return complete ? [...found.values()] : undefined;
  }

  #model(condition: Condition, medicines: number): Model {
    const { prepared } = this.#view.screener;
    const beside = medicines > 0 ? this.#beside.rules.flatMap(conditionsIn) : [];
    const model = modelOf([this.#view], [readingOf([condition, ...beside], prepared)], {
      nodes: this.#nodes,
      given: this.#beside.given,
      slots: Math.min(1, medicines),
    });
    return medicines > 1 ? { ...model, identities: model.identities.flatMap(apart) } : model;
  }
}

/** Whether it is the same however a missing answer is taken. Most are: there, what is said beside is not looked at. */
function isSameThroughout(truths: Triple): boolean {
  return new Set(truths).size === 1;
}

function isAfterDose({ is }: { readonly is: string }): boolean {
  return is === 'after-last-dose';
}

/** The truths of the condition for the medicine, in any of its table lines. */
function ofMedicine(where: Condition, patient: LazyPatient): Triple | undefined {
  const context = patient.seenBy(0);
  const [medicine] = context.medicines;
  if (!medicine) return undefined;
  const scopes = scopesFor(where, medicine, { context, scope: NO_NEEDS });
  return triple((quiet) => anyOf(scopes, (scope) => evaluate(where, context, scope, quiet)));
}

function triple(of: (quiet: Quiet) => Triple[number]): Triple {
  return [of('open'), of('favourable'), of('unfavourable')];
}

function kindsOf(pairs: readonly TriplePair[]): readonly Pair<Option>[] {
  const moving = pairs
    .map(([moved, before]): Pair<Option> => [[kindOf(moved)], [kindOf(before)]])
    .filter((pair) => !isStill(pair));
  return [...STILL, ...new Map(moving.map((pair) => [JSON.stringify(pair), pair])).values()];
}

/** A product of several drugs is counted as each of them. */
function apart(identity: Identity): Identity[] {
  const [only] = identity.known;
  if (!only || only.known.ingredients.length <= 1) return [identity];
  return only.known.ingredients.map(({ name, classes }): Identity => {
    const alone: ScreenedMedicine = {
      ...only,
      classes: new Set(classes),
      ingredients: new Set([name]),
    };
    return { name: `${identity.name} ${name}`, known: [alone] };
  });
}
