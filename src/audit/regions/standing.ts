import { latestLastDose } from '../../evaluation/clearing.ts';
import {
  type Context,
  continuing,
  type Scope,
  type PreparedRule,
} from '../../evaluation/context.ts';
import { verdictTruth } from '../../evaluation/evaluate-rule.ts';
import { canBePaused } from '../../evaluation/last-dose.ts';
import { scopesFor } from '../../evaluation/table-lines.ts';
import type { Intake } from '../../intake/answers.ts';
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
  const goingOn = (): Intake => patient.seenBy(bench, 'going-on').intake;
  const own = plans ? rule : { ...rule, asksLastDose: false };
  if (!rule.body.each_medicine) return standingIn(own, context, { needs: rule.needs }, goingOn);
  const medicine = context.medicines[0];
  if (!medicine) return QUIET;
  const scopes = scopesFor(rule.condition, medicine, { context, scope: { needs: rule.needs } });
  const all = scopes.map((scope) => standingIn(own, context, scope, goingOn));
  return all.toSorted((a, b) => ORDER[a.is] - ORDER[b.is])[0] ?? QUIET;
}

function standingIn(
  rule: PreparedRule,
  context: Context,
  scope: Scope,
  goingOn: () => Intake,
): Standing {
  const { outcome, urgency, message } = rule.body;
  const truth = verdictTruth(rule, context, scope);
  if (truth === 'true') {
    return message === undefined
      ? { ...QUIET, is: 'fired' }
      : { is: 'fired', disposition: outcome, urgency };
  }
  if (truth === 'unknown') {
    if (outcome === 'go') return QUIET;
    return {
      is: 'cannot-tell',
      disposition: 'contact-physician',
      urgency: urgency === 'emergency' ? 'same-day' : urgency,
    };
  }
  const { medicine } = scope;
  if (!medicine || !rule.asksLastDose) return QUIET;
  const going = { ...context, intake: goingOn() };
  const others = context.medicines.filter(
    (each) => each === medicine || canBePaused(context, each),
  );
  const taking = continuing(going, others);
  if (verdictTruth(rule, taking, scope) === 'false') return QUIET;
  return latestLastDose(rule.condition, taking, scope) === undefined
    ? QUIET
    : { ...QUIET, is: 'would-fire' };
}

export function isSame(a: Standing, b: Standing): boolean {
  return a.is === b.is && a.disposition === b.disposition && a.urgency === b.urgency;
}
