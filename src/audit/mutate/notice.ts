/** Which example or case notices a slip in the rules. */
import { evaluateRule, type Verdict } from '../../evaluation/evaluate-rule.ts';
import type { Context, PreparedRule, PreparedRules } from '../../evaluation/context.ts';
import { prepareRules, withParameters, withRule, withTable } from '../../evaluation/prepared.ts';
import type { Screener } from '../../evaluation/screen.ts';
import { isReference } from '../../rules/phrase.ts';
import { failureOf } from '../expectation.ts';
import { conditionsIn, readingOf } from '../regions/reading.ts';
import { isLineFor } from '../table-lines.ts';
import type { Trial } from '../trials.ts';
import { speakersOf } from '../unit.ts';
import type { Mutant } from './mutants.ts';

/** The rules with the slip, made ready. */
export function preparedFor({ kind, of, ruleSet }: Mutant, base: PreparedRules): PreparedRules {
  if (kind === 'definitions') return prepareRules(ruleSet);
  if (kind === 'tables') return withTable(base, ruleSet, of);
  return kind === 'parameters' ? withParameters(base, ruleSet) : withRule(base, ruleSet, of);
}

/** The rules whose verdicts can change with the slip. */
export function touchedBy({ kind, of }: Mutant, base: PreparedRules): readonly PreparedRule[] {
  if (kind === 'rules') return base.rules.filter(({ body }) => body.id === of);
  if (kind === 'definitions') {
    const definition = base.definitions.get(of);
    return definition ? speakersOf({ kind, id: of, definition }, base) : [];
  }
  return base.rules.filter((rule) => {
    const { instructions = [] } = rule.body;
    const reading = readingOf(conditionsIn(rule), base);
    if (kind === 'tables') return reading.tables.has(of);
    const due = instructions.flatMap(({ at }) => [at?.before, at?.after]);
    return reading.parameters.has(of) || due.some((each) => isReference(each) && each.ref === of);
  });
}

/** Whom a slip can concern at all: one in a table line only those who take what the line names. */
function concernedBy(
  { kind, of, line }: Mutant,
  { ruleSet }: PreparedRules,
): (trial: Trial) => boolean {
  const row = ruleSet.tables.find(({ id }) => id === of)?.rows[line ?? -1];
  if (kind !== 'tables' || !row) return () => true;
  return ({ context }) => context.medicines.some((medicine) => isLineFor(row, medicine));
}

export class Notice {
  readonly #screener: Screener;
  readonly #examples = new Map<string, Trial[]>();
  readonly #cases: Trial[] = [];
  readonly #verdicts = new WeakMap<Context, Map<string, string>>();

  constructor(screener: Screener, trials: readonly Trial[]) {
    this.#screener = screener;
    for (const trial of trials) {
      if (!('rule' in trial.of)) this.#cases.push(trial);
      else this.#examples.set(trial.of.rule, [...(this.#examples.get(trial.of.rule) ?? []), trial]);
    }
  }

  /** The first that fails with the slip: examples of the rules that it touches, then the cases. */
  noticedBy(mutant: Mutant): Trial | undefined {
    const base = this.#screener.prepared;
    const prepared = preparedFor(mutant, base);
    const screener = { ...this.#screener, prepared };
    const touched = touchedBy(mutant, base);
    const concerns = concernedBy(mutant, base);
    for (const { body } of touched) {
      const own = this.#examples.get(body.id) ?? [];
      const noticed = own.find(
        (trial) => concerns(trial) && failureOf(trial, screener) !== undefined,
      );
      if (noticed) return noticed;
    }
    return this.#cases.find(
      (trial) =>
        concerns(trial) &&
        (mutant.kind === 'definitions' || this.#changes(trial, touched, prepared)) &&
        failureOf(trial, screener) !== undefined,
    );
  }

  /** Whether any of the rules says something else of the patient: otherwise nothing can come out otherwise. */
  #changes({ context }: Trial, touched: readonly PreparedRule[], prepared: PreparedRules): boolean {
    const other = { ...context, prepared, decided: new Map<string, never>() };
    return touched.some((rule) => {
      const now = prepared.rules.find(({ body }) => body.id === rule.body.id);
      return this.#before(rule, context) !== (now ? verdictsText(now, other) : '');
    });
  }

  #before(rule: PreparedRule, context: Context): string {
    const memo = this.#verdicts.get(context) ?? new Map<string, string>();
    this.#verdicts.set(context, memo);
    const { id } = rule.body;
    let text = memo.get(id);
    if (text === undefined) memo.set(id, (text = verdictsText(rule, context)));
    return text;
  }
}

function verdictsText(rule: PreparedRule, context: Context): string {
  return evaluateRule(rule, context).map(verdictText).join(' ');
}

function verdictText(verdict: Verdict): string {
  const { outcome, urgency, plan } = verdict.rule.body;
  const moment =
    verdict.status === 'fired'
      ? verdict.clearsAt
      : verdict.status === 'cleared'
        ? verdict.lastDoseBy
        : verdict.lacks.length;
  return [verdict.status, verdict.medicine?.position, moment, outcome, urgency, plan].join();
}
