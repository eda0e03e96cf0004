/** For each rule, the question to z3 whether its regions and its formulas differ for anybody. */
import type { Bench } from '../../src/audit/regions/bench.ts';
import type { Region } from '../../src/audit/regions/answer-regions.ts';
import { walk } from '../../src/audit/regions/choices.ts';
import { LazyPatient } from '../../src/audit/regions/lazy-patient.ts';
import { type Model, modelOf, nobody, testsOfFact } from '../../src/audit/regions/model.ts';
import { Nodes } from '../../src/audit/regions/nodes.ts';
import type { Open } from '../../src/audit/regions/open.ts';
import type { Times } from '../../src/audit/regions/open-values.ts';
import { readingOf } from '../../src/audit/regions/reading.ts';
import { evaluate } from '../../src/evaluation/condition.ts';
import type { Context, PreparedRule } from '../../src/evaluation/context.ts';
import { verdictTruth } from '../../src/evaluation/evaluate-rule.ts';
import type { Truth } from '../../src/logic/truth.ts';
import type { Answer } from '../../src/intake/answers.ts';
import type { Test } from '../../src/rules/phrase.ts';
import { type Rails, SmtCondition } from './smt-condition.ts';
import { NotExpressible, SmtPatient } from './smt-patient.ts';
import { and, or, same, turned } from './smt-text.ts';

export type Compared =
  | {
      readonly is: 'question';
      readonly rule: string;
      readonly text: string;
      readonly regions: number;
    }
  | { readonly is: 'not expressible'; readonly rule: string; readonly why: string };

const BUDGET = 20_000;
const NOTHING = { needs: new Set<string>() };

export function* comparedRules(bench: Bench): Generator<Compared> {
  const nodes = new Nodes([bench]);
  const own = nodes.benches[0];
  if (!own) throw new Error('no rules');
  for (const rule of own.screener.prepared.rules) {
    const { id } = rule.body;
    try {
      if (rule.body.each_medicine) throw new NotExpressible('it looks at medicines one by one');
      yield { is: 'question', rule: id, ...new RuleRegions(rule, own, nodes).question() };
    } catch (error) {
      if (!(error instanceof NotExpressible)) throw error;
      yield { is: 'not expressible', rule: id, why: error.message };
    }
  }
}

/** How the names of what is left open begin. */
const OPEN = 'open:';
const HIDDEN = 'hidden:now:';

class RuleRegions {
  readonly #rule: PreparedRule;
  readonly #model: Model;
  readonly #base: Context;
  readonly #patient: SmtPatient;
  readonly #condition: SmtCondition;
  /** Answers that lie outside the region that they stand for, if there are any. */
  readonly #strays = new Set<string>();

  constructor(rule: PreparedRule, bench: Bench, nodes: Nodes) {
    const { prepared } = bench.screener;
    const { unless } = rule.body;
    const reading = readingOf([rule.condition, ...(unless ? [unless] : [])], prepared);
    this.#rule = rule;
    this.#model = modelOf([bench], [reading], { nodes });
    this.#base = nobody(bench, this.#model.healthy);
    this.#patient = new SmtPatient(this.#base);
    this.#condition = new SmtCondition(this.#patient);
  }

  question(): { readonly text: string; readonly regions: number } {
    const table = new Map<Truth, string[]>();
    const { complete, regions } = walk(
      (choose) => {
        const path = new Map<string, unknown>();
        const patient = new LazyPatient((key, options) => {
          const option = choose(key, options);
          const name =
            option instanceof Object && 'open' in option && 'name' in option
              ? `${OPEN}${String(option.name)}`
              : key;
          path.set(name, option);
          return option;
        }, this.#model);
        const { needs } = this.#rule;
        return { truth: verdictTruth(this.#rule, patient.seenBy(0), { needs }), path };
      },
      ({ truth, path }) => {
        const region = and([...path].map(([key, option]) => this.#holds(key, option)));
        table.set(truth, [...(table.get(truth) ?? []), region]);
      },
      BUDGET,
    );
    if (!complete) throw new NotExpressible(`more than ${regions} regions`);
    const { t, f } = this.#formula();
    const formulas: Readonly<Record<Truth, string>> = {
      true: t,
      false: f,
      unknown: and([turned(t), turned(f)]),
    };
    const agrees = or([...table].map(([truth, found]) => and([formulas[truth], or(found)])));
    const wrong = [...table].map(([truth, found]) => and([turned(formulas[truth]), or(found)]));
    const asked = or([turned(agrees), ...wrong, ...this.#strays]);
    return { text: `${this.#patient.text}\n(assert ${asked})`, regions };
  }

  /** Whether the patient has what was taken: an answer of the same region, one of the values that are left. */
  #holds(key: string, option: unknown): string {
    if (key.startsWith('answer:')) return this.#inRegion(key.slice(7), (option as Region).answer);
    if (!key.startsWith(OPEN)) throw new NotExpressible(`the choice of ${key}`);
    const { left } = (option as { readonly open: Open }).open;
    const name = key.slice(OPEN.length);
    if (name === 'times') return or(left.map(({ value }) => this.#isScreened(value as Times)));
    if (!name.startsWith(HIDDEN)) throw new NotExpressible(`what is open of ${name}`);
    const id = name.slice(HIDDEN.length);
    return or(
      left.map(({ value }) => this.#patient.isKind(id, (value as readonly number[])[0] ?? 0)),
    );
  }

  /** Whether it is the day of the procedure is all that counts of a screening. */
  #isScreened({ screenedAt }: Times): string {
    const { zone, procedureDay } = this.#base;
    return same(this.#patient.isOnTheDay, zone.dayOf(screenedAt) === procedureDay);
  }

  #inRegion(fact: string, answer: Answer | undefined): string {
    const answered = this.#patient.isAnswered(fact);
    if (answer?.state !== 'answered') return turned(answered);
    const answers = new Map([[fact, answer]]);
    const context: Context = {
      ...this.#base,
      intake: { ...this.#base.intake, answers },
      decided: new Map(),
    };
    const tests = testsOfFact(fact, this.#model).map((test) => {
      const formula = this.#patient.meets(fact, plain(test));
      const met = evaluate({ kind: 'test', fact, test: plain(test) }, context, NOTHING) === 'true';
      return same(formula, met);
    });
    const lookups = [...this.#base.prepared.lookups.values()].filter(
      ({ id, from }) => from === fact && this.#model.readings[0]?.lookups.has(id),
    );
    const words = lookups.map(({ values }) => {
      const word = values[String(answer.value)];
      const alike = Object.entries(values).filter(([, each]) => each === word);
      const unlike = Object.keys(values).map((each) => turned(this.#patient.isAnswer(fact, each)));
      return word === undefined
        ? and(unlike)
        : or(alike.map(([each]) => this.#patient.isAnswer(fact, each)));
    });
    const region = and([answered, ...tests, ...words]);
    this.#strays.add(and([answered, this.#patient.isValue(fact, answer.value), turned(region)]));
    return region;
  }

  /** A rule holds unless its exception does; what it can do without is taken as what keeps it from holding. */
  #formula(): Rails {
    const { condition, body, needs } = this.#rule;
    const open = this.#condition.rails(condition, needs, 'open');
    const quiet = this.#condition.rails(condition, needs, 'favourable');
    const unless = body.unless ? this.#condition.rails(body.unless, needs, 'open').t : 'false';
    const either = and([turned(open.t), turned(open.f)]);
    return {
      t: and([turned(unless), or([open.t, and([either, quiet.t])])]),
      f: or([open.f, unless, and([either, quiet.f])]),
    };
  }
}

/** Without what makes of a missing answer, or turns it round. */
function plain(test: Test): Test {
  const { negated: _, known: __, ...core } = test;
  return core;
}
