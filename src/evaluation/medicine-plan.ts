/** What becomes of each medicine: one plan, whatever the rules and the names that it came under. */
import type { Instant } from '../time/zone.ts';
import type { Context, ScreenedMedicine } from './context.ts';
import type { Cleared, Verdict } from './evaluate-rule.ts';
import { canBePaused } from './last-dose.ts';

export interface MedicinePlan {
  readonly medicine: ScreenedMedicine;
  /** The verdict that speaks for the plan. */
  readonly verdict: Verdict;
  /**
   * `blocked`: a finding on it stands in the way; `pause`: it is clear with a last dose in time, and may be paused;
   * `ask-prescriber`: it is, and the patient asks the prescriber; `not-agreed`: it would be, but nobody agreed.
   */
  readonly kind: 'blocked' | 'pause' | 'ask-prescriber' | 'not-agreed';
  readonly lastDoseBy: Instant | undefined;
  /** Nobody prescribed it, so that nobody has to agree. */
  readonly own: boolean;
}

/** The plans for the medicines that may still be taken, by ingredients. */
export function medicinePlans(
  verdicts: readonly Verdict[],
  context: Context,
): ReadonlyMap<string, MedicinePlan> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const { medicine } = verdict;
    if (!medicine || verdict.rule.body.outcome === 'go') continue;
    const key = medicineKey(medicine);
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  const plans = new Map<string, MedicinePlan>();
  for (const [key, group] of groups) {
    const plan = planFor(group, context);
    if (plan) plans.set(key, plan);
  }
  return plans;
}

export function medicineKey({ known, given }: ScreenedMedicine): string {
  return known.generic ?? given.name.toLowerCase();
}

function planFor(group: readonly Verdict[], context: Context): MedicinePlan | undefined {
  const taken = group.flatMap(({ medicine }) =>
    medicine && medicine.given.still_taking !== false ? [medicine] : [],
  );
  const medicine = taken[0];
  if (!medicine) return undefined;
  const blocking = group.filter(({ status }) => status !== 'cleared');
  const prescribed = blocking.find(({ rule }) => rule.body.plan === 'keep');
  const own = !prescribed && isOwnChoice(medicine);
  const first = prescribed ?? blocking[0];
  if (first) return { medicine, verdict: first, kind: 'blocked', lastDoseBy: undefined, own };
  const cleared = group.filter((verdict): verdict is Cleared => verdict.status === 'cleared');
  const longest = cleared.toSorted((a, b) => a.lastDoseBy - b.lastDoseBy)[0];
  if (!longest || !canBePaused(context, medicine)) return undefined;
  const agreed = own || taken.every(({ given }) => given.prescriber_agrees === true);
  const asks = cleared.some(({ rule }) => rule.body.plan === 'ask-prescriber');
  const kind = agreed ? 'pause' : asks ? 'ask-prescriber' : 'not-agreed';
  return { medicine, verdict: longest, kind, lastDoseBy: longest.lastDoseBy, own };
}

/** An over-the-counter medicine or a supplement, but not one that is sold on prescription. */
function isOwnChoice({ over_the_counter: counter, classes, known }: ScreenedMedicine): boolean {
  const isSupplement =
    classes.size > 0 && [...classes].every((name) => name.startsWith('supplement-'));
  return counter || (isSupplement && !known.prescription);
}
