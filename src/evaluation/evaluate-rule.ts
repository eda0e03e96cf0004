import type { Truth } from '../logic/truth.ts';
import { canonicalJson } from '../rules/canonical.ts';
import type { TableRow } from '../rules/rule-set.ts';
import { compareText } from '../source/compare-text.ts';
import type { Instant } from '../time/zone.ts';
import { type Because, becauseOf, type Lack, lacksOf } from './basis.ts';
import { conditionClearsAt, latestLastDose } from './clearing.ts';
import {
  type Context,
  continuing,
  type Scope,
  type ScreenedMedicine,
  type PreparedRule,
} from './context.ts';
import { canBePaused } from './last-dose.ts';
import { evaluate } from './condition.ts';
import { isIn } from './ruled-out.ts';

/** What a rule says of one patient, or of one of the patient's medicines. */
export type Verdict = Fired | CannotTell | Cleared;

interface About {
  readonly rule: PreparedRule;
  readonly medicine?: ScreenedMedicine;
  readonly row?: TableRow;
}

export interface CannotTell extends About {
  readonly status: 'cannot-tell';
  readonly lacks: readonly Lack[];
}

/** It would fire if the medicine were taken until the procedure, and does not with a last dose by this moment. */
export interface Cleared extends About {
  readonly status: 'cleared';
  readonly lastDoseBy: Instant;
}

/** Its grounds are looked for when they are asked for: of most notes nobody asks. */
export class Fired implements About {
  readonly status = 'fired';
  readonly rule: PreparedRule;
  readonly medicine?: ScreenedMedicine;
  readonly row?: TableRow;
  readonly #context: Context;
  readonly #scope: Scope;
  #because: Because | undefined;
  #clearsAt: Instant | 'never' | undefined;

  constructor(rule: PreparedRule, context: Context, scope: Scope) {
    this.rule = rule;
    if (scope.medicine) this.medicine = scope.medicine;
    if (scope.row) this.row = scope.row;
    this.#context = context;
    this.#scope = scope;
  }

  get because(): Because {
    return (this.#because ??= becauseOf(this.rule.condition, this.#context, this.#scope));
  }

  /** Undefined when time alone never clears it. */
  get clearsAt(): Instant | undefined {
    this.#clearsAt ??=
      conditionClearsAt(this.rule.condition, this.#context, this.#scope) ?? 'never';
    return this.#clearsAt === 'never' ? undefined : this.#clearsAt;
  }
}

/** Every verdict of the rules in force, or of those that are wanted, in their order. */
export function verdictsOf(
  context: Context,
  isWanted: (rule: PreparedRule) => boolean = () => true,
): Verdict[] {
  const verdicts: Verdict[] = [];
  const { rules, ruledOut } = context.prepared;
  const out = ruledOut(context);
  let index = 0;
  for (const rule of rules) {
    if (!isIn(out, index) && isWanted(rule)) judgeAll(rule, context, verdicts);
    index += 1;
  }
  return verdicts;
}

/** Every verdict of a rule: none when it does not concern the patient. */
export function evaluateRule(rule: PreparedRule, context: Context): Verdict[] {
  const verdicts: Verdict[] = [];
  judgeAll(rule, context, verdicts);
  return verdicts;
}

function judgeAll(rule: PreparedRule, context: Context, into: Verdict[]): void {
  if (!rule.body.each_medicine) {
    const verdict = judge(rule, context, { needs: rule.needs });
    if (verdict) into.push(verdict);
    return;
  }
  for (const medicine of context.medicines) {
    const strictest = judgeMedicine(rule, medicine, context);
    if (strictest) into.push(strictest);
  }
}

/** The strictest verdict on a medicine, over its lines in the tables of the rule. */
function judgeMedicine(
  rule: PreparedRule,
  medicine: ScreenedMedicine,
  context: Context,
): Verdict | undefined {
  let strictest: Verdict | undefined;
  for (const row of context.prepared.linesFor(rule.condition, medicine, context)) {
    const { needs } = rule;
    const verdict = judge(rule, context, row ? { needs, medicine, row } : { needs, medicine });
    if (verdict && (!strictest || stricter(verdict, strictest) < 0)) strictest = verdict;
  }
  return strictest;
}

function judge(rule: PreparedRule, context: Context, scope: Scope): Verdict | undefined {
  const { medicine } = scope;
  const found = verdictTruth(rule, context, scope);
  if (found === 'true') return new Fired(rule, context, scope);
  if (found === 'unknown') {
    if (rule.body.outcome === 'go') return undefined;
    const lacks = lacksOf(rule.condition, context, scope);
    return { ...about(rule, scope), status: 'cannot-tell', lacks };
  }
  if (!medicine || !rule.asksLastDose) return undefined;
  const taking = goingOn(context, medicine);
  if (verdictTruth(rule, taking, scope) === 'false') return undefined;
  const lastDoseBy = latestLastDose(rule.condition, taking, scope);
  return lastDoseBy === undefined
    ? undefined
    : { ...about(rule, scope), status: 'cleared', lastDoseBy };
}

function about(rule: PreparedRule, { medicine, row }: Scope): About {
  return { rule, ...(medicine ? { medicine } : {}), ...(row ? { row } : {}) };
}

/** For each context, what was made of it for each medicine, `all` for those that can be paused. */
const GOING_ON = new WeakMap<Context, Map<number | 'all', Context>>();

/**
 * The same patient if nothing were paused: what can be paused goes on until the procedure. All of it together, since
 * two medicines that are harmless alone can stand in the way of each other.
 */
function goingOn(context: Context, medicine: ScreenedMedicine): Context {
  const known = GOING_ON.get(context) ?? new Map<number | 'all', Context>();
  GOING_ON.set(context, known);
  const pausable = canBePaused(context, medicine);
  const key = pausable ? 'all' : medicine.position;
  let going = known.get(key);
  if (!going) {
    going = continuing(
      context,
      context.medicines.filter((each) => each === medicine || canBePaused(context, each)),
    );
    known.set(key, going);
  }
  return going;
}

/** Whether the rule fires; `unknown` only where something is lacking that it cannot do without. */
export function verdictTruth(rule: PreparedRule, context: Context, scope: Scope): Truth {
  const plain = evaluate(rule.condition, context, scope);
  if (plain === 'false') return 'false';
  const { unless } = rule.body;
  if (unless && evaluate(unless, context, scope) === 'true') return 'false';
  return plain === 'true' ? 'true' : evaluate(rule.condition, context, scope, 'favourable');
}

const RANK = { fired: 0, 'cannot-tell': 1, cleared: 2 };

/** By how strict they are; what is as strict, in an order that the tables' own does not change. */
function stricter(a: Verdict, b: Verdict): number {
  return strictness(a, b) || compareText(textOf(a.row), textOf(b.row));
}

/** Fired before undecided before cleared; of two that fired the one that clears last, of two cleared the longer wait. */
function strictness(a: Verdict, b: Verdict): number {
  if (a.status === 'fired' && b.status === 'fired') {
    return (b.clearsAt ?? Infinity) - (a.clearsAt ?? Infinity) || 0;
  }
  if (a.status === 'cleared' && b.status === 'cleared') return a.lastDoseBy - b.lastDoseBy;
  return RANK[a.status] - RANK[b.status];
}

const TEXTS = new WeakMap<TableRow, string>();

function textOf(row: TableRow | undefined): string {
  if (!row) return '';
  let text = TEXTS.get(row);
  if (text === undefined) TEXTS.set(row, (text = canonicalJson(row)));
  return text;
}
