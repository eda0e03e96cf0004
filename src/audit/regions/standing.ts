import { latestLastDose } from '../../evaluation/clearing.ts';
import type { Context, PreparedRule, Scope } from '../../evaluation/context.ts';
import { canBePaused } from '../../evaluation/last-dose.ts';
import { verdictTruth } from '../../evaluation/evaluate-rule.ts';
import { scopesFor } from '../../evaluation/table-lines.ts';
import type { Disposition, Urgency } from '../../rules/schema/common.ts';
import type { LazyPatient } from './lazy-patient.ts';

/** What a rule does to a patient, as far as it can change a disposition or an instruction. */
export interface Standing {
  readonly is: 'fired' | 'cannot-tell' | 'would-fire' | 'quiet';
  readonly disposition: Disposition;
  readonly urgency: Urgency;
}

export const QUIET: Standing = { is: 'quiet', disposition: 'go', urgency: 'routine' };

const ORDER: Readonly<Record<Standing['is'], number>> = {
  fired: 0,
  'cannot-tell': 1,
  'would-fire': 2,
  quiet: 3,
};

/**
 * The standing of a rule towards the patient, or, when it looks at medicines one by one, towards the first of them:
 * what it says of one medicine does not hang on which place that has. Without `plans`, what it would say if nothing
 * were paused is left out.
 */
export function standingOf(
  rule: PreparedRule,
  patient: LazyPatient,
  bench: number,
  plans = true,
): Standing {
  const context = patient.seenBy(bench);
  const goingOn: GoingOn = (continued) => patient.seenBy(bench, 'going-on', continued);
  const own = plans ? rule : { ...rule, asksLastDose: false };
  const all = scopesOf(rule, context).map((scope) => standingIn(own, context, scope, goingOn));
  return all.toSorted((a, b) => ORDER[a.is] - ORDER[b.is])[0] ?? QUIET;
}

/**
 * The standing in one of the table lines that the first medicine has, and without what the rule would say if nothing
 * were paused. A medicine stands as in the strictest of its lines, so what no line loosens, no medicine does.
 */
export function standingInLine(rule: PreparedRule, patient: LazyPatient, line: Line): Standing {
  const context = patient.seenBy(0);
  const scopes = scopesOf(rule, context);
  const scope = scopes[scopes.length > 1 ? line(scopes.length) : 0];
  const plain = { ...rule, asksLastDose: false };
  return scope ? standingIn(plain, context, scope, () => context) : QUIET;
}

/** The patient if these medicines, by position, were taken until the procedure. */
type GoingOn = (continued: ReadonlySet<number>) => Context;

/** Chooses one of so many lines. */
type Line = (count: number) => number;

function scopesOf(rule: PreparedRule, context: Context): readonly Scope[] {
  if (!rule.body.each_medicine) return [{ needs: rule.needs }];
  const medicine = context.medicines[0];
  if (!medicine) return [];
  return scopesFor(rule.condition, medicine, { context, scope: { needs: rule.needs } });
}

export function whenFired({ body: { outcome, urgency, message } }: PreparedRule): Standing {
  return message === undefined
    ? { ...QUIET, is: 'fired' }
    : { is: 'fired', disposition: outcome, urgency };
}

/** Of a rule that cannot tell. */
export function whenOpen({ body: { urgency } }: PreparedRule): Standing {
  return {
    is: 'cannot-tell',
    disposition: 'contact-physician',
    urgency: urgency === 'emergency' ? 'same-day' : urgency,
  };
}

function standingIn(
  rule: PreparedRule,
  context: Context,
  scope: Scope,
  goingOn: GoingOn,
): Standing {
  const truth = verdictTruth(rule, context, scope);
  if (truth === 'true') return whenFired(rule);
  if (truth === 'unknown') return rule.body.outcome === 'go' ? QUIET : whenOpen(rule);
  const { medicine } = scope;
  if (!medicine || !rule.asksLastDose) return QUIET;
  const others = context.medicines.filter(
    (each) => each.position === medicine.position || canBePaused(context, each),
  );
  const taking = goingOn(new Set(others.map(({ position }) => position)));
  return speaksOf(rule, taking, scope) ? { ...QUIET, is: 'would-fire' } : QUIET;
}

/** Whether the rule would say something of the first medicine, in one of its lines, if that were not paused. */
export function wouldSpeak(rule: PreparedRule, patient: LazyPatient): boolean {
  const taking = patient.seenBy(0, 'going-on', new Set([0]));
  return scopesOf(rule, taking).some((scope) => speaksOf(rule, taking, scope));
}

/** Whether it says something of a medicine that is taken until the procedure, and would not with a last dose in time. */
function speaksOf(rule: PreparedRule, taking: Context, scope: Scope): boolean {
  return (
    verdictTruth(rule, taking, scope) !== 'false' &&
    latestLastDose(rule.condition, taking, scope) !== undefined
  );
}

export function isSame(a: Standing, b: Standing): boolean {
  return a.is === b.is && a.disposition === b.disposition && a.urgency === b.urgency;
}
