/** Looks for a patient of whom two versions of a rule say different things, or proves that there is none. */
import type { Context, PreparedRules, Quiet } from '../evaluation/context.ts';
import { evaluate } from '../evaluation/condition.ts';
import { prepareRules } from '../evaluation/prepared.ts';
import { contextOf } from '../evaluation/screen.ts';
import type { Condition } from '../rules/condition.ts';
import { partsOf } from './condition-tree.ts';
import type { Bench } from './regions/bench.ts';
import { type Taken, unusual, walk } from './regions/choices.ts';
import { type Hide, hiderOf } from './regions/hide.ts';
import { LazyPatient } from './regions/lazy-patient.ts';
import { type HiddenFacts, type Model, modelOf } from './regions/model.ts';
import { Nodes } from './regions/nodes.ts';
import { openly } from './regions/openly.ts';
import { conditionsIn, type Reading, readingOf } from './regions/reading.ts';
import { answersOf, unlikeHealthy } from './regions/replay.ts';
import { isSame, standingOf } from './regions/standing.ts';
import type { Raw } from './regions/written.ts';
import { intakeOf } from './trials.ts';
import { outcomeOf, type Unit } from './unit.ts';

/** A rule or definition, and the rules in force around it. */
export interface Version {
  readonly unit: Unit;
  readonly prepared: PreparedRules;
}

type Wanted = (context: Context, answers: Raw) => boolean;

/** In what two versions differ: only in whether the rule fires or cannot tell, or in the plans for medicines too. */
type Difference = 'verdicts' | 'plans';

/** What came of a search. */
export type Search =
  | { readonly is: 'found'; readonly answers: Raw }
  /** Proved: every region was looked at. */
  | { readonly is: 'none'; readonly regions: number }
  | { readonly is: 'open'; readonly because: string };

/** Regions that are looked at before giving up. */
const BUDGET = 6000;
/** Of those who may be told different things, how many are made into patients. */
const TRIES = 40;

export class Apart {
  readonly #bench: Bench;
  readonly #nodes: Nodes;
  readonly #hide: Hide;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#nodes = new Nodes([bench]);
    this.#hide = hiderOf(bench.screener.prepared, this.#stub.screener.prepared);
  }

  get #stub(): Bench {
    const [stub] = this.#nodes.benches;
    if (!stub) throw new Error('there is no bench');
    return stub;
  }

  /** `isWanted`: whether a patient of flesh and blood is what is looked for. */
  search(a: Version, b: Version, in_: Difference, isWanted: Wanted): Search {
    const { model, own, other } = this.#pair(a, b);
    const last = model.benches.length - 1;
    return this.#walked(model, (patient) => differ(own, other, { patient, last, in_ }), isWanted);
  }

  /** Looks among the patients of whom the first version says this, whatever the second does. */
  among(outcome: string, a: Version, b: Version, isWanted: Wanted): Search {
    const { model, own } = this.#pair(a, b);
    return this.#walked(
      model,
      (patient) => outcomeOf(own, patient.seenBy(0)) === outcome,
      isWanted,
    );
  }

  /** Looks for a patient for whom the rule fires and none of the others does. */
  alone(rule: Unit, others: readonly Unit[]): Search {
    const isAlone = (own: Unit, rest: readonly Unit[], context: Context): boolean =>
      outcomeOf(own, context) === 'fires' &&
      rest.every((other) => outcomeOf(other, context) !== 'fires');
    const hidden = others.map((other) => this.#hidden(other));
    const own = this.#hidden(rule);
    return this.#walked(
      this.#model([this.#stub], [own, ...hidden]),
      (patient) => isAlone(own, hidden, patient.seenBy(0)),
      (context) => isAlone(rule, others, context),
    );
  }

  #pair(
    a: Version,
    b: Version,
  ): { readonly model: Model; readonly own: Unit; readonly other: Unit } {
    const benches = a.prepared === b.prepared ? [this.#stub] : [this.#stub, this.#changed(b)];
    // What only one of them says of other medicines must be seen in both: hidden, it could be true of no such patient.
    const shared = new Set(quantified(a.unit).filter((each) => quantified(b.unit).includes(each)));
    const [own, other] = [this.#hidden(a.unit, shared), this.#hidden(b.unit, shared)];
    return { model: this.#model(benches, [own, other]), own, other };
  }

  #walked(model: Model, mayBe: (patient: LazyPatient) => boolean, isWanted: Wanted): Search {
    let met = 0;
    let found: { readonly answers: Raw; readonly distance: number } | undefined;
    const { complete, regions } = walk(
      (choose) => mayBe(new LazyPatient(choose, model)),
      (may, taken) => {
        if (!may) return;
        met += 1;
        const distance = unusual(taken);
        const answers =
          found && found.distance <= distance ? undefined : this.#realised(taken, model, isWanted);
        if (answers) found = { answers, distance };
        return met > TRIES ? 'stop' : undefined;
      },
      BUDGET,
    );
    if (found) return { is: 'found', answers: found.answers };
    if (complete && met === 0) return { is: 'none', regions };
    return {
      is: 'open',
      because:
        met > 0
          ? 'a difference was found for which no patient could be made'
          : `only the first ${regions} regions were looked at`,
    };
  }

  #realised(taken: readonly Taken[], model: Model, isWanted: Wanted): Raw | undefined {
    for (const described of this.#nodes.patientsOf(taken, model)) {
      const answers = unlikeHealthy(answersOf(described), this.#bench);
      const context = this.#context(answers);
      if (context && isWanted(context, answers)) return answers;
    }
    return undefined;
  }

  /** The real patient; undefined when the answers are no valid intake. */
  #context(answers: Raw): Context | undefined {
    const { healthy, screener } = this.#bench;
    const { ruleSet } = screener.prepared;
    const intake = intakeOf(answers, undefined, { healthy, ruleSet }, screener);
    return typeof intake === 'string' ? undefined : contextOf(intake, screener);
  }

  #model(benches: readonly Bench[], units: readonly Unit[]): Model {
    const readings = benches.map(({ screener }, index) =>
      readingOf(
        (benches.length > 1 ? units.slice(index, index + 1) : units).flatMap(conditionsOfUnit),
        screener.prepared,
      ),
    );
    const nodes: HiddenFacts = {
      has: (id) => this.#nodes.has(id),
      isAboutMedicines: (id) => this.#nodes.isAboutMedicines(id),
      options: (id) => this.#nodes.options(id).map(([kind = 0]) => benches.map(() => kind)),
    };
    return modelOf(benches, readings, { nodes, slots: slotsFor(units, benches, readings) });
  }

  #hidden(unit: Unit, shared?: ReadonlySet<Condition>): Unit {
    if (unit.kind === 'definitions') return unit;
    const hide = (condition: Condition): Condition => this.#hide(condition, shared);
    const { rule } = unit;
    const { unless } = rule.body;
    const body = { ...rule.body, ...(unless ? { unless: hide(unless) } : {}) };
    return { ...unit, rule: { ...rule, body, condition: hide(rule.condition) } };
  }

  /** Other tables and parameters, with the same things hidden. */
  #changed({ prepared: { ruleSet } }: Version): Bench {
    const stub = this.#stub;
    const { screener } = stub;
    const tables = ruleSet.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => (row.when ? { ...row, when: this.#hide(row.when) } : row)),
    }));
    const { parameters } = ruleSet;
    const prepared = prepareRules({ ...screener.prepared.ruleSet, tables, parameters }, openly);
    return { ...stub, screener: { ...screener, prepared } };
  }
}

const QUIETS: readonly Quiet[] = ['open', 'favourable', 'unfavourable'];

interface Seen {
  readonly patient: LazyPatient;
  readonly last: number;
  readonly in_: Difference;
}

function differ(own: Unit, other: Unit, { patient, last, in_ }: Seen): boolean {
  if (own.kind === 'rules' && other.kind === 'rules') {
    const plans = in_ === 'plans';
    return !isSame(
      standingOf(own.rule, patient, 0, plans),
      standingOf(other.rule, patient, last, plans),
    );
  }
  if (own.kind === 'rules' || other.kind === 'rules') throw new Error('a rule is no definition');
  const truths = (when: Condition, bench: number): string =>
    QUIETS.map((quiet) =>
      evaluate(when, patient.seenBy(bench), { needs: new Set() }, quiet),
    ).join();
  return truths(own.definition.when, 0) !== truths(other.definition.when, last);
}

/** What a unit says of other medicines. */
function quantified(unit: Unit): Condition[] {
  return conditionsOfUnit(unit)
    .flatMap((condition) => [...partsOf(condition)])
    .flatMap(({ part }) => (part.kind === 'medicines' ? [part] : []));
}

function conditionsOfUnit(unit: Unit): Condition[] {
  return unit.kind === 'definitions' ? [unit.definition.when] : conditionsIn(unit.rule);
}

/** One medicine where a rule looks at each, and as many more as conditions in sight speak of. */
function slotsFor(
  units: readonly Unit[],
  benches: readonly Bench[],
  readings: readonly Reading[],
): number {
  const [stub] = benches;
  const each = units.some((unit) => unit.kind === 'rules' && unit.rule.body.each_medicine);
  const others = units.map((unit) =>
    stub ? readingOf(conditionsOfUnit(unit), stub.screener.prepared).medicines : 0,
  );
  return (
    Number(each) +
    Math.max(0, ...others, ...readings.slice(units.length).map(({ medicines }) => medicines))
  );
}
