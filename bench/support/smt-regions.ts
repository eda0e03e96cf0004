/** For each rule, the question to z3 whether its regions and its formulas differ for anybody. */
import type { Bench } from '../../src/audit/regions/bench.ts';
import type { Region } from '../../src/audit/regions/answer-regions.ts';
import { walk } from '../../src/audit/regions/choices.ts';
import { LazyPatient } from '../../src/audit/regions/lazy-patient.ts';
import { type Model, modelOf, nobody, testsOfFact } from '../../src/audit/regions/model.ts';
import { Nodes } from '../../src/audit/regions/nodes.ts';
import type { Open } from '../../src/audit/regions/open.ts';
import type { Times } from '../../src/audit/regions/open-values.ts';
import type { Identity } from '../../src/audit/regions/identities.ts';
import { conditionsIn, readingOf, type Reading } from '../../src/audit/regions/reading.ts';
import { compare } from '../../src/evaluation/compare.ts';
import { evaluate } from '../../src/evaluation/condition.ts';
import type { Context, PreparedRule } from '../../src/evaluation/context.ts';
import { verdictTruth } from '../../src/evaluation/evaluate-rule.ts';
import { scopesFor, tablesOf } from '../../src/evaluation/table-lines.ts';
import { meets } from '../../src/evaluation/time-test.ts';
import { anyOf, type Truth } from '../../src/logic/truth.ts';
import type { Answer } from '../../src/intake/answers.ts';
import { isReference, type Test } from '../../src/rules/phrase.ts';
import { SmtCondition, type SmtScope } from './smt-condition.ts';
import { kindOf, SmtMedicine } from './smt-medicine.ts';
import { besideLastDose, comparesMoments } from './smt-order.ts';
import { dosesOf, jointly, plain, seenKinds, seenOf } from './smt-names.ts';
import type { Rails } from './smt-rails.ts';
import { NotExpressible, SmtPatient } from './smt-patient.ts';
import { and, or, same, turned } from './smt-text.ts';

/** Unsatisfiable where regions and formulas agree. */
export interface Z3Question {
  readonly is: 'question';
  readonly rule: string;
  readonly text: string;
  readonly regions: number;
}

type Compared =
  | Z3Question
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
  readonly #reading: Reading;
  readonly #base: Context;
  readonly #patient: SmtPatient;
  readonly #medicine: SmtMedicine | undefined;
  /** Answers that lie outside the region that they stand for, if there are any. */
  readonly #strays = new Set<string>();

  constructor(rule: PreparedRule, bench: Bench, nodes: Nodes) {
    const { prepared } = bench.screener;
    const reading = readingOf(conditionsIn(rule), prepared);
    this.#rule = rule;
    this.#reading = reading;
    const slots = Number(rule.body.each_medicine !== undefined);
    this.#model = modelOf([bench], [reading], { nodes, slots });
    this.#base = nobody(bench, this.#model.healthy);
    this.#patient = new SmtPatient(this.#base);
    this.#medicine =
      slots === 0
        ? undefined
        : new SmtMedicine(seenKinds(bench, reading), this.#patient, this.#base);
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
        return { truth: this.#truth(patient.seenBy(0)), path };
      },
      ({ truth, path }) => {
        const region = and([...path].map(([key, option]) => this.#holds(key, option, path)));
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

  /** Of the patient, or of the medicine in all its lines. */
  #truth(context: Context): Truth {
    const { needs, condition } = this.#rule;
    if (!this.#medicine) return verdictTruth(this.#rule, context, { needs });
    const [medicine] = context.medicines;
    if (!medicine) return 'false';
    const scopes = scopesFor(condition, medicine, { context, scope: { needs } });
    return anyOf(scopes, (scope) => verdictTruth(this.#rule, context, scope));
  }

  /** Whether the patient has what was taken: an answer of the same region, one of the values that are left. */
  #holds(key: string, option: unknown, path: Path): string {
    const medicine = this.#medicine;
    if (key.startsWith('answer:')) return this.#inRegion(key.slice(7), (option as Region).answer);
    if (medicine && key === 'medicines') return same(medicine.isThere, Number(option) > 0);
    if (medicine && key === NAME) return this.#isNamed(option as Identity, medicine);
    if (!key.startsWith(OPEN)) throw new NotExpressible(`the choice of ${key}`);
    const { left } = (option as { readonly open: Open }).open;
    const name = key.slice(OPEN.length);
    if (name === 'times') {
      return or(left.map(({ value }) => this.#isAt(value as Times, path)));
    }
    const told = /^told:0:(.*)$/.exec(name)?.[1];
    if (medicine && told !== undefined)
      return or(
        left.map(({ value }) => this.#isTold(told, jointly(told, value, path.get(NAME)), medicine)),
      );
    if (!name.startsWith(HIDDEN)) throw new NotExpressible(`what is open of ${name}`);
    const id = name.slice(HIDDEN.length);
    return or(
      left.map(({ value }) => this.#patient.isKind(id, (value as readonly number[])[0] ?? 0)),
    );
  }

  /** The names that the walk takes for the same. */
  #isNamed({ known: [own] }: Identity, medicine: SmtMedicine): string {
    const seen = own && seenOf(kindOf(own), this.#base.prepared, this.#reading);
    return medicine.isOf((kind) => seenOf(kind, this.#base.prepared, this.#reading) === seen);
  }

  /** Times of the same region: on the same side of every boundary that the medicine has. */
  #isAt(times: Times, path: Path): string {
    const { screenedAt, stillTaking, lastTaken } = times;
    const [taken] = lastTaken;
    const [base, patient, reading] = [this.#base, this.#patient, this.#reading];
    const { zone, procedureDay } = base;
    const day = same(this.#patient.isOnTheDay, zone.dayOf(screenedAt) === procedureDay);
    const medicine = this.#medicine;
    const identity = path.get(NAME) as Identity | undefined;
    if (!medicine || !identity) return day;
    const still = medicine.isStillTaken;
    const dose = medicine.wasTaken;
    const sides = (moment: string, instant: number): string[] =>
      dosesOf(this.#model, identity).map((test) =>
        same(medicine.meets(test, moment), meets(test, { instant }, this.#base, NOTHING)),
      );
    return and([
      day,
      ...sides('|screened|', screenedAt),
      same(still.told, stillTaking !== undefined),
      ...(stillTaking === undefined ? [] : [same(still.value, stillTaking)]),
      same(dose.told, taken !== undefined),
      ...(taken === undefined ? [] : sides(dose.value, taken)),
      ...besideLastDose(times, path, { patient, medicine, reading, base }),
    ]);
  }

  /** What is told of a field, as far as the tests tell it apart. */
  #isTold(field: string, value: unknown, medicine: SmtMedicine): string {
    const tests = testsOfFact(field, this.#model).map(plain);
    const words = tests.some((test) => test.is === 'one-of' && isReference(test.values));
    if (words && typeof value === 'string')
      return and([medicine.value(field, tests[0] ?? ANSWERED).told, medicine.isWord(field, value)]);
    const [first] = tests;
    const { told } = medicine.value(field, first ?? ANSWERED);
    if (value === undefined) return turned(told);
    const met = tests.map((test) => {
      const here = test.is === 'number' ? isMet(test, Number(value)) : isNamed(test, value);
      return same(medicine.value(field, test).meets, here);
    });
    return and([told, ...met]);
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
    const alone = testsOfFact(fact, this.#model).filter((test) => !comparesMoments(test));
    const tests = alone.map((test) => {
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

  /** A rule about medicines holds in one of the lines that the medicine has, or without a line where it has none. */
  #formula(): Rails {
    const medicine = this.#medicine;
    if (!medicine) return this.#inScope({});
    const { tables } = this.#base.prepared.ruleSet;
    const read = tablesOf(this.#rule.condition);
    const rows = read.flatMap((id) => tables.find((table) => table.id === id)?.rows ?? []);
    const lines = rows.map((row) => ({
      has: medicine.hasRow(row),
      ...this.#inScope({ medicine, row }),
    }));
    const without = this.#inScope({ medicine });
    const none = turned(or(lines.map(({ has }) => has)));
    const t = or([...lines.map((line) => and([line.has, line.t])), and([none, without.t])]);
    const f = and([
      ...lines.map(({ has, f: not }) => or([turned(has), not])),
      or([turned(none), without.f]),
    ]);
    return { t: and([medicine.isThere, t]), f: or([turned(medicine.isThere), f]) };
  }

  /** A rule holds unless its exception does; what it can do without is taken as what keeps it from holding. */
  #inScope(scope: SmtScope): Rails {
    const { condition, body, needs } = this.#rule;
    const written = new SmtCondition(this.#patient, scope);
    const open = written.rails(condition, needs, 'open');
    const quiet = written.rails(condition, needs, 'favourable');
    const unless = body.unless ? written.rails(body.unless, needs, 'open').t : 'false';
    const either = and([turned(open.t), turned(open.f)]);
    return {
      t: and([turned(unless), or([open.t, and([either, quiet.t])])]),
      f: or([open.f, unless, and([either, quiet.f])]),
    };
  }
}

type Path = ReadonlyMap<string, unknown>;

const NAME = 'medicine:0:name';
const ANSWERED: Test = { is: 'answered' };

function isMet({ op, amount }: Extract<Test, { is: 'number' }>, value: number): boolean {
  return compare(op, value, Number(amount));
}

function isNamed(test: Test, value: unknown): boolean {
  if (test.is === 'answered') return true;
  return (
    test.is === 'one-of' && !isReference(test.values) && test.values.some((each) => each === value)
  );
}
