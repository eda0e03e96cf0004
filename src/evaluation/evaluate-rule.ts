import type { Truth } from '../logic/truth.ts';
import type { TableRow } from '../rules/rule-set.ts';
import type { Instant } from '../time/zone.ts';
import { type Because, becauseOf, type Lack, lacksOf } from './basis.ts';
import { conditionClearsAt, latestLastDose } from './clearing.ts';
import { evaluate } from './condition.ts';
import { type Context, continuing, type Scope, type ScreenedMedicine } from './context.ts';
import { canBePaused } from './last-dose.ts';
import { scopesFor } from './medicine-test.ts';
import type { PreparedRule } from './prepared.ts';

/** What a rule says of one patient, or of one of the patient's medicines. */
export type Verdict = {
  readonly rule: PreparedRule;
  readonly medicine?: ScreenedMedicine;
  readonly row?: TableRow;
} & (
  | { readonly status: 'fired'; readonly because: Because; readonly clearsAt: Instant | undefined }
  | { readonly status: 'cannot-tell'; readonly lacks: readonly Lack[] }
  /** It would fire if the medicine were taken until the procedure, and does not with a last dose by this moment. */
  | { readonly status: 'cleared'; readonly lastDoseBy: Instant }
);

/** Every verdict of a rule: none when it does not concern the patient. */
export function evaluateRule(rule: PreparedRule, context: Context): Verdict[] {
  if (!rule.body.each_medicine) {
    const verdict = judge(rule, context, { needs: rule.needs });
    return verdict ? [verdict] : [];
  }
  return context.medicines.flatMap((medicine) => {
    const scopes = scopesFor(rule.condition, medicine, { context, scope: { needs: rule.needs } });
    const verdicts = scopes.flatMap((scope) => judge(rule, context, scope) ?? []);
    const strictest = verdicts.toSorted(stricter)[0];
    return strictest ? [strictest] : [];
  });
}

function judge(rule: PreparedRule, context: Context, scope: Scope): Verdict | undefined {
  const { medicine } = scope;
  const found = verdictTruth(rule, context, scope);
  if (found === 'true') {
    const because = becauseOf(rule.condition, context, scope);
    return {
      ...about(rule, scope),
      status: 'fired',
      because,
      clearsAt: conditionClearsAt(rule.condition, context, scope),
    };
  }
  if (found === 'unknown') {
    if (rule.body.outcome === 'go') return undefined;
    return {
      ...about(rule, scope),
      status: 'cannot-tell',
      lacks: lacksOf(rule.condition, context, scope),
    };
  }
  if (!medicine || !rule.asksLastDose) return undefined;
  const taking = goingOn(context, medicine);
  if (verdictTruth(rule, taking, scope) === 'false') return undefined;
  const lastDoseBy = latestLastDose(rule.condition, taking, scope);
  return lastDoseBy === undefined
    ? undefined
    : { ...about(rule, scope), status: 'cleared', lastDoseBy };
}

function about(
  rule: PreparedRule,
  { medicine, row }: Scope,
): Pick<Verdict, 'rule' | 'medicine' | 'row'> {
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

/** Fired before undecided before cleared; of two that fired the one that clears last, of two cleared the longer wait. */
function stricter(a: Verdict, b: Verdict): number {
  if (a.status === 'fired' && b.status === 'fired') {
    return (b.clearsAt ?? Infinity) - (a.clearsAt ?? Infinity) || 0;
  }
  if (a.status === 'cleared' && b.status === 'cleared') return a.lastDoseBy - b.lastDoseBy;
  return RANK[a.status] - RANK[b.status];
}
