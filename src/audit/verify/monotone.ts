/** Whether an answer that moves one way, all else equal, ever makes a disposition less restrictive. */
import type { PreparedRule } from '../../evaluation/context.ts';
import {
  type Headline,
  isAtLeast,
  mostRestrictive,
  mostUrgent,
} from '../../evaluation/finding-order.ts';
import { isRequired } from '../../evaluation/missing.ts';
import { restriction } from '../diff/witness.ts';
import type { Bench } from '../regions/bench.ts';
import type { LazyPatient } from '../regions/lazy-patient.ts';
import { type Model, modelOf } from '../regions/model.ts';
import type { Nodes } from '../regions/nodes.ts';
import { conditionsIn, readingOf } from '../regions/reading.ts';
import { standingInLine, standingOf } from '../regions/standing.ts';
import { quantifiedIn } from '../regions/stubs.ts';
import type { Condition } from '../../rules/condition.ts';
import { conditionsOf } from '../../rules/rule-set.ts';
import type { Ruling } from './law.ts';
import { type Monotone, type Move, overPairs } from './moved-pair.ts';

/** What came of all moves. */
interface Tally {
  regions: number;
  /** What was proved by itself. */
  count: number;
  readonly open: string[];
  /** What reads the moved answer out of sight of the walk. */
  readonly unseen: Set<string>;
}

export function monotoneRuling(moves: readonly Move[], bench: Bench, nodes: Nodes): Ruling {
  const tally: Tally = { regions: 0, count: 0, open: [], unseen: new Set() };
  for (const move of moves) {
    const ruling = new MoveProof(move, bench, nodes).into(tally);
    if (ruling) return ruling;
  }
  const { regions, count, open, unseen } = tally;
  if (open.length > 0)
    return {
      status: 'not-proved',
      regions,
      basis: `not monotone by itself, or not searched to the end: ${open.join(', ')}`,
    };
  return {
    status: 'proved',
    regions,
    basis: `each of the ${count} rules that read ${moves.length === 1 ? 'it' : 'such a moment'} is monotone, by itself or together with the others, and the disposition is the most restrictive of all; one medicine at a time, whatever any number of others makes true or open${unseenText(unseen)}`,
  };
}

function unseenText(unseen: ReadonlySet<string>): string {
  if (unseen.size === 0) return '';
  return `. Not covered by the proof, and tested on generated patients: what ${[...unseen].join(', ')} make of the same dose as it moves, of which the proof takes any truth that stays`;
}

class MoveProof {
  readonly #move: Move;
  readonly #bench: Bench;
  readonly #nodes: Nodes;
  readonly #view: Bench;

  constructor(move: Move, bench: Bench, nodes: Nodes) {
    const [view] = nodes.benches;
    if (!view) throw new Error('no rules to look at');
    this.#move = move;
    this.#bench = bench;
    this.#nodes = nodes;
    this.#view = view;
  }

  /** Adds up what is proved and what stays open; the ruling, when a patient refutes it. */
  into(tally: Tally): Ruling | undefined {
    const { fact } = this.#move;
    const rules = this.#readers();
    const alone: string[] = [];
    for (const rule of rules) {
      const found = this.#alone(rule);
      tally.count += 1;
      tally.regions += found.regions;
      if (found.witness) return refuted(`${rule.body.id}: ${fact}`, found, tally);
      if (!found.proved) alone.push(`${rule.body.id} (${fact})`);
    }
    if (alone.length > 0 && fact !== 'last_taken') {
      const found = this.#together(rules);
      tally.regions += found.regions;
      if (found.witness) return refuted(fact, found, tally);
      if (found.proved) alone.length = 0;
    }
    const hidden = this.#hidden();
    if (fact === 'last_taken') for (const each of hidden) tally.unseen.add(each);
    else alone.push(...hidden.map((each) => `${each} (${fact})`));
    tally.open.push(...alone);
    return undefined;
  }

  #readers(): PreparedRule[] {
    const { fact } = this.#move;
    return this.#view.screener.prepared.rules.filter(
      (rule) =>
        readingOf(conditionsIn(rule), this.#view.screener.prepared).tests.has(fact) &&
        (fact !== 'last_taken' || rule.body.each_medicine !== undefined),
    );
  }

  #model(conditions: readonly Condition[], slots: number): Model {
    const reading = readingOf(conditions, this.#view.screener.prepared);
    return modelOf([this.#view], [reading], { nodes: this.#nodes, slots });
  }

  #replayed(): { readonly bench: Bench; readonly nodes: Nodes } {
    return { bench: this.#bench, nodes: this.#nodes };
  }

  #alone(rule: PreparedRule): Monotone {
    const model = this.#model(conditionsIn(rule), slotsOf([rule]));
    return overPairs(
      this.#move,
      model,
      (moved, before, line) =>
        restriction(standingInLine(rule, moved, line)) >=
        restriction(standingInLine(rule, before, line)),
      this.#replayed(),
    );
  }

  /** What one rule lets go, another may take up. */
  #together(rules: readonly PreparedRule[]): Monotone {
    const model = this.#model(rules.flatMap(conditionsIn), slotsOf(rules));
    return overPairs(
      this.#move,
      model,
      (moved, before) => isAtLeast(strictest(rules, moved), strictest(rules, before)),
      this.#replayed(),
    );
  }

  /** Where the walk does not see it: definitions and conditions about other medicines that read the answer, and questions that are not asked any more. */
  #hidden(): string[] {
    const { fact } = this.#move;
    const { prepared } = this.#bench.screener;
    const reads = (when: Condition): boolean => readingOf([when], prepared).tests.has(fact);
    const { definitions, questions, rules, tables } = prepared.ruleSet;
    const aboutOthers = (when: Condition): boolean =>
      [...quantifiedIn(when)].some(({ where }) => reads(where));
    const asked = questions.filter(({ when }) => when && reads(when));
    return [
      ...rules.filter((rule) => [...conditionsOf(rule)].some(aboutOthers)),
      ...tables.filter(({ rows }) => rows.some(({ when }) => when && aboutOthers(when))),
      ...definitions.filter(({ when }) => reads(when)),
      ...asked.filter((question) => {
        const own = this.#view.screener.prepared.questions.get(question.id);
        if (!own?.when || fact === 'last_taken') return true;
        return !overPairs(
          this.#move,
          this.#model([own.when], 0),
          (moved, before) => isRequired(own, moved.seenBy(0)) || !isRequired(own, before.seenBy(0)),
          this.#replayed(),
        ).proved;
      }),
    ].map(({ id }) => id);
  }
}

function refuted(basis: string, { witness }: Monotone, { regions }: Tally): Ruling {
  return { status: 'refuted', regions, basis, ...(witness ? { witness } : {}) };
}

function slotsOf(rules: readonly PreparedRule[]): number {
  return Number(rules.some(({ body }) => body.each_medicine !== undefined));
}

function strictest(rules: readonly PreparedRule[], patient: LazyPatient): Headline {
  const standings = rules.map((rule) => standingOf(rule, patient, 0, false));
  return { disposition: mostRestrictive(standings), urgency: mostUrgent(standings) };
}
