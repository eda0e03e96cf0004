/** Walks through the patients of whom a hidden answer has one kind of truth or another. */
import { evaluate } from '../../evaluation/condition.ts';
import type { Context, PreparedRules, Quiet, ScreenedMedicine } from '../../evaluation/context.ts';
import { scopesFor } from '../../evaluation/table-lines.ts';
import { anyOf } from '../../logic/truth.ts';
import type { Condition } from '../../rules/condition.ts';
import type { Bench } from './bench.ts';
import type { Taken } from './choices.ts';
import { together } from './counted-truths.ts';
import type { Compared } from './focus.ts';
import { type Given, keyOfMost, NOTHING_GIVEN } from './given.ts';
import { isAlike, isAtMost, KINDS, kindOf, optionOf, type Triple, tripleOf } from './hidden.ts';
import { type HiddenFacts, type Model, modelOf } from './model.ts';
import { keepNearest, varied } from './nearest.ts';
import { readingOf } from './reading.ts';
import type { Meant } from './stubs.ts';
import { everybody, NOTHING_SAID, type Way } from './ways.ts';

export interface Known {
  /** For each option, in the form of a text, patients of whom the condition has it. */
  readonly leaves: ReadonlyMap<string, readonly (readonly Taken[])[]>;
  readonly complete: boolean;
  readonly regions: number;
  /** What was looked at. */
  readonly model: Model;
}

/** All hidden answers, and the rule sets in which they stand. */
interface Hidden extends HiddenFacts {
  readonly benches: readonly Bench[];
  readonly prepared: readonly PreparedRules[];
  readonly names: readonly string[];
  readonly anyMedicine: (id: string) => readonly (Condition | undefined)[] | undefined;
  readonly isPossible: (taken: readonly Taken[], model: Model) => boolean;
}

type MeantMedicines = Extract<Meant, { kind: 'medicines' }>;

/** In the place of a kind of truth: nobody is this patient. */
const NOBODY = -1;
const QUIETS: readonly Quiet[] = ['open', 'favourable', 'unfavourable'];

export class Explorer {
  readonly #nodes: Hidden;
  readonly #alike = new Map<string, Known>();

  constructor(nodes: Hidden) {
    this.#nodes = nodes;
  }

  explore(meant: Meant, how: Way, given: Given = NOTHING_GIVEN): Known {
    return meant.kind === 'medicines'
      ? this.#medicines(meant, how, given)
      : this.#explored(this.#compared(meant.when, 0, given), how, (context, index) => {
          const when = meant.when[index];
          return when
            ? triple((quiet) => evaluate(when, context, { needs: new Set() }, quiet))
            : tripleOf(0);
        });
  }

  #medicines(meant: MeantMedicines, how: Way, given: Given): Known {
    const needed = Math.max(...meant.of.map((each) => each?.atLeast ?? 1));
    const single = this.#oneMedicine(meant, needed > 1, how, given);
    if (needed === 1) return single;
    const counted = together(this.#withAlike(single.leaves, meant, given), needed);
    if (!how.hasMedicine) return { ...single, leaves: counted };
    // The medicine at hand may be one of those that count.
    const leaves = new Map(
      [...counted].map(([key, group]) => [key, [...(single.leaves.get(key) ?? []), ...group]]),
    );
    return { ...single, leaves };
  }

  /** The truths that one medicine can give the condition that each of them has to meet. */
  #oneMedicine(meant: MeantMedicines, isCounted: boolean, how: Way, given: Given): Known {
    const wheres = meant.of.map((each) => each?.where);
    const bounds = given.atMost.map(({ id, options }) => ({
      wheres: this.#nodes.anyMedicine(id) ?? [],
      options,
    }));
    const conditions = bounds.map((each) => each.wheres);
    const compared = this.#compared(wheres, 1, given, conditions);
    // Two names for one drug count once, and a product of two drugs twice: so drugs are counted one by one.
    const identities = compared.model.identities.filter(
      ({ known }) => !isCounted || known.every((each) => each.ingredients.size <= 1),
    );
    const model = { ...compared.model, identities };
    return this.#explored({ ...compared, model }, how, (context, index) => {
      const medicine = context.medicines[0];
      if (!medicine) return tripleOf(0);
      const isRuledOut = bounds.some(
        (bound) =>
          !isAtMost(
            truthsOf(bound.wheres[index], medicine, context),
            bound.options.map((option) => option[index] ?? 0),
          ),
      );
      return isRuledOut ? undefined : truthsOf(wheres[index], medicine, context);
    });
  }

  /** The leaves of one medicine, with those to whom nothing changes, as far as they are found. */
  #withAlike(leaves: Known['leaves'], meant: MeantMedicines, { atMost }: Given): Known['leaves'] {
    const all = new Map<string, readonly (readonly Taken[])[]>(
      KINDS.map((kind) => [this.#nodes.benches.map(() => kind).join(), []]),
    );
    if (this.#nodes.benches.length > 1) {
      const of = meant.of.map((each) => each && ({ ...each, atLeast: 1 } as const));
      const key = `${meant.id} ${keyOfMost(atMost)}`;
      let alike = this.#alike.get(key);
      if (!alike) {
        alike = this.explore({ ...meant, of }, everybody(NOTHING_SAID), {
          ...NOTHING_GIVEN,
          atMost,
        });
        this.#alike.set(key, alike);
      }
      for (const [option, group] of alike.leaves) if (all.has(option)) all.set(option, group);
    }
    for (const [option, group] of leaves)
      all.set(option, varied([...group, ...(all.get(option) ?? [])]));
    return all;
  }

  /** `truthIn`: undefined for those who are no such patient. */
  #explored(
    compared: Compared,
    how: Way,
    truthIn: (context: Context, bench: number) => Triple | undefined,
  ): Known {
    const leaves = new Map<string, (readonly Taken[])[]>();
    const isGiven = (compared.model.given?.answers.size ?? 0) > 0;
    const { complete, regions } = how.go(
      compared,
      (patient) => {
        const truths = this.#nodes.benches.map((_, index) => truthIn(patient.seenBy(index), index));
        return truths.map((each) => (each ? kindOf(each) : NOBODY)).join();
      },
      (option, taken) => {
        const kinds = optionOf(option);
        if (kinds.includes(NOBODY)) return;
        const isTold = isAlike(kinds) && !isGiven;
        if (!isTold && !this.#nodes.isPossible(taken, compared.model)) return;
        const group = leaves.get(option) ?? [];
        leaves.set(option, group);
        keepNearest(group, taken);
      },
    );
    return { leaves, complete, regions, model: compared.model };
  }

  /** What can make a difference to conditions of which one stands in each rule set, and to those that bound the medicines. */
  #compared(
    conditions: readonly (Condition | undefined)[],
    slots: number,
    given: Given,
    bounds: readonly (readonly (Condition | undefined)[])[] = [],
  ): Compared {
    const own = conditions.map((condition) => (condition ? [condition] : []));
    const readings = this.#nodes.prepared.map((prepared, index) =>
      readingOf([...(own[index] ?? []), ...bounds.flatMap((each) => each[index] ?? [])], prepared),
    );
    const model = modelOf(this.#nodes.benches, readings, {
      slots,
      nodes: this.#nodes,
      names: this.#nodes.names,
      given,
    });
    return { model, conditions: own };
  }
}

/** Of a condition for a medicine, in any of the table lines that it has. */
function truthsOf(
  where: Condition | undefined,
  medicine: ScreenedMedicine,
  context: Context,
): Triple {
  if (!where) return tripleOf(0);
  const scopes = scopesFor(where, medicine, { context, scope: { needs: new Set() } });
  return triple((quiet) => anyOf(scopes, (scope) => evaluate(where, context, scope, quiet)));
}

function triple(truthFor: (quiet: Quiet) => Triple[number]): Triple {
  const [open = 'open', favourable = 'favourable', unfavourable = 'unfavourable'] = QUIETS;
  return [truthFor(open), truthFor(favourable), truthFor(unfavourable)];
}
