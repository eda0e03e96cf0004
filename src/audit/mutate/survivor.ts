/** A patient of whom a slip in the rules says something else, as an example; or the proof that there is none. */
import type { Context, PreparedRules } from '../../evaluation/context.ts';
import type { ScreenResult } from '../../evaluation/result.ts';
import { contextOf, screen } from '../../evaluation/screen.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import type { CompiledRules } from '../../rules/compile.ts';
import { Apart, type Search } from '../apart.ts';
import { NEVER } from '../condition-tree.ts';
import { intakeOf, type Trial } from '../trials.ts';
import { otherMedicines } from '../other-medicines.ts';
import type { Bench } from '../regions/bench.ts';
import { readingOf } from '../regions/reading.ts';
import type { Raw } from '../regions/written.ts';
import { foundBy } from '../expectation.ts';
import type { Suggested, Suggestion } from '../coverage/suggest.ts';
import { type Unit, unitOf } from '../unit.ts';
import { verdictWord } from '../verdict-word.ts';
import type { Mutant } from './mutants.ts';
import { preparedFor, touchedBy } from './notice.ts';

export class Survivors {
  readonly #bench: Bench;
  readonly #rules: CompiledRules;
  readonly #trials: readonly Trial[];
  readonly #apart: Apart;

  constructor(bench: Bench, rules: CompiledRules, trials: readonly Trial[]) {
    this.#bench = bench;
    this.#rules = rules;
    this.#trials = trials;
    this.#apart = new Apart(bench);
  }

  /** What tells the rules from those with the slip. */
  tellApart(mutant: Mutant): Suggested {
    const base = this.#bench.screener.prepared;
    const slipped = preparedFor(mutant, base);
    return (
      this.#amongTrials(mutant, slipped) ??
      this.#substituted(mutant, slipped) ??
      this.#searched(mutant, slipped)
    );
  }

  /** An example that there is, of which only too little is expected. */
  #amongTrials(mutant: Mutant, slipped: PreparedRules): Suggested | undefined {
    const ids = new Set(
      touchedBy(mutant, this.#bench.screener.prepared).map(({ body }) => body.id),
    );
    for (const { of } of this.#trials) {
      if (!('rule' in of) || !ids.has(of.rule)) continue;
      const suggestion = this.#example([of.rule], of.example.given, slipped);
      if (suggestion) return { is: 'example', suggestion };
    }
    return undefined;
  }

  #substituted(mutant: Mutant, slipped: PreparedRules): Suggested | undefined {
    if (mutant.kind !== 'tables' || mutant.line === undefined) return undefined;
    const { ruleSet } = this.#bench.screener.prepared;
    const row = ruleSet.tables.find(({ id }) => id === mutant.of)?.rows[mutant.line];
    if (!row) return undefined;
    for (const how of mutant.told ? (['word', 'result'] as const) : (['word'] as const)) {
      const line = { table: mutant.of, row };
      for (const { rule, given } of otherMedicines(line, this.#trials, this.#bench)) {
        const suggestion = this.#example([rule], given, slipped, how);
        if (suggestion) return { is: 'example', suggestion };
      }
    }
    return undefined;
  }

  #searched(mutant: Mutant, slipped: PreparedRules): Suggested {
    const base = this.#bench.screener.prepared;
    const speakers = touchedBy(mutant, base).map(({ body }) => body.id);
    let open: Suggested | undefined;
    let regions = 0;
    for (const [own, other] of pairsFor(mutant, base, slipped)) {
      let suggestion: Suggestion | undefined;
      const isWanted = ({ intake }: Context, answers: Raw): boolean => {
        const ids = own.kind === 'rules' ? [own.id] : speakers;
        suggestion = this.#example(ids, answers, slipped);
        return intake !== undefined && suggestion !== undefined;
      };
      // What changed of a rule or definition is in the unit, and the rest is as it was.
      const around = mutant.kind === 'tables' || mutant.kind === 'parameters' ? slipped : base;
      const search = (difference: 'verdicts' | 'plans'): Search =>
        this.#apart.search(
          { unit: own, prepared: base },
          { unit: other, prepared: around },
          difference,
          isWanted,
        );
      let found = search('verdicts');
      if (found.is === 'none') found = search('plans');
      if (found.is === 'none' && mutant.told === true)
        found = this.#apart.among(
          'fires',
          { unit: own, prepared: base },
          { unit: other, prepared: around },
          isWanted,
        );
      if (found.is === 'found' && suggestion) return { is: 'example', suggestion };
      if (found.is === 'open') open = found;
      else if (found.is === 'none') regions += found.regions;
    }
    return open ?? { is: 'impossible', regions };
  }

  /** The example of a rule that would notice the slip. */
  #example(
    ids: readonly string[],
    given: Raw,
    slipped: PreparedRules,
    by: 'word' | 'result' = 'result',
  ): Suggestion | undefined {
    const { screener } = this.#bench;
    const intake = intakeOf(given, undefined, this.#rules, screener);
    if (typeof intake === 'string') return undefined;
    const now = contextOf(intake, screener);
    const other = contextOf(intake, { ...screener, prepared: slipped });
    for (const rule of ids) {
      const expect = wordIn(rule, now);
      if (expect !== wordIn(rule, other)) return { rule, given, expect };
    }
    const [rule] = ids;
    if (rule === undefined || by === 'word') return undefined;
    const [before, after] = [
      screen(intake, screener),
      screen(intake, { ...screener, prepared: slipped }),
    ];
    const also = expectedBeside(rule, before, after, screener.prepared.ruleSet);
    return also && { rule, given, expect: wordIn(rule, now), also };
  }
}

function wordIn(id: string, context: Context): Suggestion['expect'] {
  const rule = context.prepared.rules.find(({ body }) => body.id === id);
  return rule ? verdictWord(rule, context) : 'does not fire';
}

/** What the results differ in that an example can expect. */
function expectedBeside(
  rule: string,
  before: ScreenResult,
  after: ScreenResult,
  ruleSet: RuleSet,
): Suggestion['also'] | undefined {
  const [was, now] = [foundBy(rule, before, ruleSet), foundBy(rule, after, ruleSet)];
  const { outcome, urgency, due, told } = was;
  if (outcome !== now.outcome) return { outcome };
  if (urgency !== now.urgency) return { outcome, urgency };
  if (due.join() !== now.due.join()) return { due };
  const heard = told.find((plan) => !now.told.includes(plan));
  return heard && { told: heard };
}

/** The rule as if it were not there. */
function silenced(unit: Unit): Unit {
  if (unit.kind !== 'rules') return unit;
  return { ...unit, rule: { ...unit.rule, condition: NEVER } };
}

/** The rule or definition before and after, or each that reads what changed. */
function pairsFor(
  mutant: Mutant,
  base: PreparedRules,
  slipped: PreparedRules,
): (readonly [Unit, Unit])[] {
  const { kind, of } = mutant;
  const both = (unit: Unit): readonly [Unit, Unit] => [unit, unit];
  const rule = (of_: string, from: PreparedRules): Unit[] =>
    from.rules.flatMap((each) => (each.body.id === of_ ? [unitOf(each)] : []));
  if (kind === 'rules') {
    const [own] = rule(of, base);
    const [now] = rule(of, slipped);
    return own ? [[own, now ?? silenced(own)]] : [];
  }
  if (kind === 'definitions') {
    const [own, now] = [base.definitions.get(of), slipped.definitions.get(of)];
    if (!own || !now) return [];
    return [
      [
        { kind, id: of, definition: own },
        { kind, id: of, definition: now },
      ],
    ];
  }
  const reads = (conditions: Parameters<typeof readingOf>[0]): boolean => {
    const { tables, parameters } = readingOf(conditions, base);
    return kind === 'tables' ? tables.has(of) : parameters.has(of);
  };
  return [
    ...[...base.definitions.values()]
      .filter(({ when }) => reads([when]))
      .map((definition): Unit => ({ kind: 'definitions', id: definition.id, definition })),
    ...touchedBy(mutant, base).map(unitOf),
  ].map(both);
}
