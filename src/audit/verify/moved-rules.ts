/** The rules as an answer moves: what changes in them beside the answer, and which of them belong together. */
import type { PreparedRule } from '../../evaluation/context.ts';
import type { Condition } from '../../rules/condition.ts';
import { testsOf } from '../../rules/rule-set.ts';
import type { Bench } from '../regions/bench.ts';
import { type Given, type Left, NOTHING_GIVEN } from '../regions/given.ts';
import { inSight } from '../regions/in-sight.ts';
import type { Nodes } from '../regions/nodes.ts';
import { conditionsIn, type Reading, readingOf } from '../regions/reading.ts';
import { type Beside, MovedTruths } from './moved-truths.ts';
import type { Move } from './moved-values.ts';

export class MovedRules {
  /** With their definitions written out where they need an answer. */
  readonly all: readonly PreparedRule[];
  readonly view: Bench;
  /** Every patient who answers what is always asked: without one of these the physician is asked anyway. */
  readonly answered: Given;
  readonly #move: Move;
  readonly #nodes: Nodes;
  readonly #truths = new Map<string, MovedTruths>();

  constructor(move: Move, bench: Bench, nodes: Nodes) {
    const [view] = nodes.benches;
    if (!view) throw new Error('no rules to look at');
    this.#move = move;
    this.#nodes = nodes;
    this.view = view;
    this.answered = allAnswered(view);
    this.all = view.screener.prepared.rules.map((rule) => withNeedsInSight(rule, bench, nodes));
  }

  /** Of regions that were looked at to find out what changes. */
  get regions(): number {
    return [...this.#truths.values()].reduce((sum, { regions }) => sum + regions, 0);
  }

  reading(conditions: readonly Condition[]): Reading {
    return readingOf(conditions, this.view.screener.prepared);
  }

  isMoved(conditions: readonly Condition[]): boolean {
    return this.#everybody.isMoved(this.reading(conditions));
  }

  /** Definitions and conditions about other medicines that change, by the names of their hidden answers. */
  movingIn(conditions: readonly Condition[]): string[] {
    return this.#everybody.movingIn(this.reading(conditions));
  }

  /** Whether what changes may count otherwise for this rule, which needs an answer that it reads. */
  isBeyond(rule: PreparedRule): boolean {
    const { prepared } = this.view.screener;
    return this.movingIn(conditionsIn(rule)).some((id) => {
      const meant = this.#nodes.meantBy(id);
      const of = meant.kind === 'definition' ? meant.when : meant.of.map((each) => each?.where);
      const { tests } = readingOf(
        of.flatMap((each) => each ?? []),
        prepared,
      );
      return [...rule.needs].some((fact) => tests.has(fact));
    });
  }

  /** Whether what a rule says of a medicine hangs on times. */
  isTimed(rule: PreparedRule): boolean {
    const conditions = conditionsIn(rule);
    return this.isMoved(conditions) || this.reading(conditions).tests.has('still_taking');
  }

  /** Rules of the same medicines that look at the same thing that changes. */
  counterparts(rule: PreparedRule): PreparedRule[] {
    const moving = new Set(this.movingIn(conditionsIn(rule)));
    const own = whoseOf(rule);
    return this.all.filter((each) => {
      const isAlike = [...whoseOf(each)].some((test) => own.has(test));
      if (each === rule || each.body.outcome === 'go' || !isAlike) return false;
      return this.movingIn(conditionsIn(each)).some((id) => moving.has(id));
    });
  }

  truthsBeside(beside: Beside): MovedTruths {
    const { given, rules, least } = beside;
    const names = rules.map(({ body }) => body.id);
    const said = rules.length === 0 ? [] : [least.disposition, least.urgency, ...names];
    const key = JSON.stringify([given === NOTHING_GIVEN, said]);
    let truths = this.#truths.get(key);
    if (!truths) {
      truths = new MovedTruths(this.#move, this.#nodes, this.view, beside);
      this.#truths.set(key, truths);
    }
    return truths;
  }

  get #everybody(): MovedTruths {
    const least = { disposition: 'hold', urgency: 'routine' } as const;
    return this.truthsBeside({ rules: [], least, given: NOTHING_GIVEN });
  }
}

/** What a rule needs counts otherwise in a definition than for all others: there it is written out. */
function withNeedsInSight(rule: PreparedRule, { screener }: Bench, nodes: Nodes): PreparedRule {
  if (rule.needs.size === 0) return rule;
  const { prepared } = screener;
  const condition = inSight(rule.condition, (fact) => {
    const when = prepared.definitions.get(fact)?.when;
    const { tests } = readingOf(when ? [when] : [], prepared);
    const meant = nodes.has(fact) ? nodes.meantBy(fact) : undefined;
    const isNeeded = [...rule.needs].some((need) => tests.has(need));
    return isNeeded && meant?.kind === 'definition' ? meant.when[0] : undefined;
  });
  return { ...rule, condition };
}

/** The tests that say whose a rule is. */
function whoseOf({ body }: PreparedRule): ReadonlySet<string> {
  const tests = body.each_medicine ? [...testsOf(body.each_medicine)] : [];
  const whose = tests.filter(({ fact }) => WHOSE.has(fact));
  return new Set(whose.map((each) => JSON.stringify([each.fact, each.test])));
}

const WHOSE = new Set(['class', 'ingredient', 'in_table']);

function allAnswered({ screener }: Bench): Given {
  const always = screener.prepared.ruleSet.questions.filter(
    ({ need, when }) => need === 'required' && !when,
  );
  const answered: Left = {
    tests: [],
    key: 'answered',
    allows: (answer) => answer?.state === 'answered',
  };
  return { answers: new Map(always.map(({ id }) => [id, answered])), atMost: [] };
}
