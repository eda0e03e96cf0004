/** Moves an answer of a patient of flesh and blood step by step, each step put to the real evaluation. */
import type { Context, PreparedRule } from '../../evaluation/context.ts';
import { isAtLeast } from '../../evaluation/finding-order.ts';
import type { ScreenResult } from '../../evaluation/result.ts';
import { conditionsOf } from '../../rules/rule-set.ts';
import { restriction } from '../diff/witness.ts';
import type { Bench } from '../regions/bench.ts';
import { asGiven } from '../regions/identities.ts';
import { lastTakenOptions } from '../regions/medicine-regions.ts';
import { type Model, modelOf, runsOfFact } from '../regions/model.ts';
import { readingOf } from '../regions/reading.ts';
import { answersOf, contextWith, realStanding, resultOf } from '../regions/replay.ts';
import type { Standing } from '../regions/standing.ts';
import { type Raw, shownRegion, type Written } from '../regions/written.ts';
import type { Move } from './moved-values.ts';

export interface Looked {
  /** A patient who is let go by the last step to here. */
  readonly witness?: Raw;
  /** What takes the place of the rule in a step by which it lets go. */
  readonly instead: ReadonlySet<string>;
}

export class RealMoves {
  readonly #move: Move;
  readonly #bench: Bench;
  /** With all that any rule reads. */
  readonly #model: Model;

  constructor(move: Move, bench: Bench) {
    const { prepared } = bench.screener;
    const { rules, definitions, questions, tables } = prepared.ruleSet;
    const all = [
      ...rules.flatMap((rule) => [...conditionsOf(rule)]),
      ...definitions.map(({ when }) => when),
      ...questions.flatMap(({ when }) => when ?? []),
      ...tables.flatMap(({ rows }) => rows.flatMap(({ when }) => when ?? [])),
    ];
    const nodes = { has: () => false, options: () => [], isAboutMedicines: () => false };
    this.#move = move;
    this.#bench = bench;
    this.#model = modelOf([bench], [readingOf(all, prepared)], { nodes });
  }

  look(patient: Written, rule: string | undefined): Looked {
    const { rules } = this.#bench.screener.prepared;
    const own = rules.find(({ body }) => body.id === rule);
    const instead = new Set<string>();
    for (const series of this.#series(patient)) {
      let before: Step | undefined;
      for (const answers of series) {
        const result = resultOf(answers, this.#bench);
        const context = result && own && contextWith(answers, this.#bench);
        if (!result) continue;
        if (before && restriction(result) < restriction(before.result))
          return { witness: answers, instead };
        const said = context && realStanding(own, context);
        if (context && before?.said)
          for (const id of this.#instead(own, context, before.said)) instead.add(id);
        before = { result, said };
      }
    }
    return { instead };
  }

  /** The patient with each value of the answer, in the order of the move. */
  *#series(patient: Written): Generator<Raw[]> {
    const { fact, direction } = this.#move;
    const inOrder = <T>(ascending: T[]): T[] =>
      direction === 'later' || direction === 'higher' ? ascending : ascending.toReversed();
    if (fact !== 'last_taken') {
      const { prepared, zone } = this.#bench.screener;
      const values = inOrder(runsOfFact(fact, this.#model));
      yield values.map((value) => ({
        ...answersOf(patient),
        [fact]: shownRegion(fact, value, prepared, zone),
      }));
      return;
    }
    for (const [place, medicine] of patient.medicines.entries()) {
      if (medicine['last_taken'] === undefined) continue;
      yield inOrder(this.#doses(medicine)).map((last_taken) =>
        answersOf({
          ...patient,
          medicines: patient.medicines.with(place, { ...medicine, last_taken }),
        }),
      );
    }
  }

  #doses(medicine: Raw): string[] {
    const { recogniser, zone } = this.#bench.screener;
    const name = String(medicine['name']);
    const known = asGiven(name, recogniser);
    const latest = this.#model.healthy.procedure_at;
    return (known ? lastTakenOptions(this.#model, { name, known: [known] }, latest) : [])
      .filter((instant) => instant !== undefined)
      .toSorted((a, b) => a - b)
      .map((instant) => zone.format(instant).slice(0, 16));
  }

  #instead(own: PreparedRule, context: Context, said: Standing): string[] {
    const standsIn = (rule: PreparedRule): boolean => {
      const now = realStanding(rule, context);
      return rule.body.outcome !== 'go' && now.is !== 'quiet' && isAtLeast(now, said);
    };
    if (said.is === 'quiet' || standsIn(own)) return [];
    return this.#bench.screener.prepared.rules.filter(standsIn).map(({ body }) => body.id);
  }
}

/** What came of one value of the answer, and what the rule said of it. */
interface Step {
  readonly result: ScreenResult;
  readonly said: Standing | undefined;
}
