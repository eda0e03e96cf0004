/** What patient, nurse and physician are to do, from the same verdicts as the findings, in the order of time. */
import { isReference, type Reference } from '../rules/phrase.ts';
import type { Instruction } from '../rules/schema/rule.ts';
import { addToDay } from '../time/day.ts';
import { type Duration, exactMs, isCalendarUnit } from '../time/duration.ts';
import type { Instant } from '../time/zone.ts';
import type { Context, Scope, ScreenedMedicine } from './context.ts';
import type { Verdict } from './evaluate-rule.ts';
import { canBePaused } from './last-dose.ts';
import { fill } from './message.ts';
import type { InstructionLine } from './result.ts';
import type { Disposition } from '../rules/schema/common.ts';
import { amountOf } from './time-test.ts';

interface Step {
  readonly line: Omit<InstructionLine, 'at'>;
  readonly at: Instant | undefined;
  /** The medicine that it is about, by ingredients. */
  readonly about: string | undefined;
}

export function instructionsOf(
  verdicts: readonly Verdict[],
  disposition: Disposition,
  context: Context,
): InstructionLine[] {
  const planned = medicineSteps(verdicts, disposition, context);
  const steps = [
    ...verdicts
      .flatMap((verdict) => ruleSteps(verdict, disposition, context))
      .filter(({ line, about }) => line.for !== 'patient' || about === undefined || !planned.has(about)),
    ...planned.values(),
  ];
  return distinct(steps)
    .filter(({ at }) => at === undefined || at >= context.screenedAt)
    .toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || 0)
    .map(({ line, at }) => (at === undefined ? line : { ...line, at: context.zone.format(at) }));
}

/** The instructions of a rule that fired. Those of a mere note are for a procedure that goes ahead. */
function ruleSteps(verdict: Verdict, disposition: Disposition, context: Context): Step[] {
  const { body } = verdict.rule;
  if (verdict.status !== 'fired' || (body.outcome === 'go' && disposition === 'hold')) return [];
  const { medicine, row, because } = verdict;
  const named = { because, ...(medicine ? { medicine } : {}), ...(row ? { row } : {}) };
  const scope = { needs: new Set<string>(), ...(row ? { row } : {}) };
  return (body.instructions ?? []).map((instruction) => ({
    line: { for: instruction.for, text: fill(instruction.text, named, context), rule: body.id },
    at: momentOf(instruction, context, scope),
    about: medicine && keyOf(medicine),
  }));
}

function momentOf({ at }: Instruction, context: Context, scope: Scope): Instant | undefined {
  if (at?.before) return shifted(at.before, -1, context, scope);
  if (at?.after) return shifted(at.after, 1, context, scope);
  return undefined;
}

function shifted(by: Duration | Reference, sign: 1 | -1, context: Context, scope: Scope): Instant | undefined {
  if (isReference(by) && !(by.ref in (scope.row?.values ?? {})) && !context.prepared.parameters.has(by.ref)) {
    return undefined;
  }
  const amount = amountOf(by, context, scope);
  if (!isCalendarUnit(amount.unit)) return context.procedureAt + sign * exactMs(amount);
  const { minute } = context.zone.localOf(context.procedureAt);
  return context.zone.instantOf({ day: addToDay(context.procedureDay, amount, sign), minute }, 'earlier');
}

/**
 * One instruction for each medicine that can still be paused, whatever the rules and the names that it came under:
 * two that contradict each other can never reach a patient.
 */
function medicineSteps(
  verdicts: readonly Verdict[],
  disposition: Disposition,
  context: Context,
): ReadonlyMap<string, Step> {
  const groups = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const { medicine } = verdict;
    if (!medicine || verdict.rule.body.outcome === 'go') continue;
    const key = keyOf(medicine);
    groups.set(key, [...(groups.get(key) ?? []), verdict]);
  }
  const steps = new Map<string, Step>();
  for (const [key, group] of groups) {
    const step = medicineStep(group, disposition, context);
    if (step) steps.set(key, step);
  }
  return steps;
}

function keyOf({ known, given }: ScreenedMedicine): string {
  return known.generic ?? given.name.toLowerCase();
}

function medicineStep(group: readonly Verdict[], disposition: Disposition, context: Context): Step | undefined {
  const taken = group.flatMap(({ medicine }) => (medicine && isTaken(medicine, context) ? [medicine] : []));
  const medicine = taken[0];
  if (!medicine) return undefined;
  const { plans } = context.prepared.ruleSet;
  const speak = (plan: keyof typeof plans, verdict: Verdict, at?: Instant): Step => {
    const text = plans[plan];
    const named = { medicine, ...(at === undefined ? {} : { lastDoseBy: at }) };
    return { line: { for: text.for, text: fill(text.text, named, context), rule: verdict.rule.body.id }, at, about: keyOf(medicine) };
  };
  const blocking = group.find((verdict) => verdict.status !== 'cleared');
  const own = isOwnChoice(medicine);
  if (blocking || disposition === 'hold') {
    const verdict = blocking ?? group[0];
    return own || !verdict ? undefined : speak('keep', verdict);
  }
  const pauses = group.flatMap((verdict) => (verdict.status === 'cleared' ? [verdict] : []));
  const longest = pauses.toSorted((a, b) => a.lastDoseBy - b.lastDoseBy)[0];
  if (!longest || !canBePaused(context, medicine)) return undefined;
  const agreed = taken.every(({ given }) => given.prescriber_agrees === true) || own;
  if (agreed) return speak('pause', longest, longest.lastDoseBy);
  return pauses.some(({ rule }) => rule.body.plan === 'ask-prescriber')
    ? speak('ask-prescriber', longest, longest.lastDoseBy)
    : speak('keep', longest);
}

function isTaken(medicine: ScreenedMedicine, context: Context): boolean {
  return medicine.given.still_taking !== false && !context.continued.has(medicine.position);
}

/** Nobody prescribed it: an over-the-counter medicine or a supplement. */
function isOwnChoice({ over_the_counter: counter, given, classes }: ScreenedMedicine): boolean {
  const supplement = [...classes].every((name) => name.startsWith('supplement-'));
  return counter || (supplement && classes.size > 0) || (given.list === 'supplements' && supplement);
}

function distinct(steps: readonly Step[]): Step[] {
  const seen = new Map<string, Step>();
  for (const step of steps) {
    const key = `${step.line.for} ${step.at ?? ''} ${step.line.text}`;
    if (!seen.has(key)) seen.set(key, step);
  }
  return [...seen.values()];
}
