/** What patient, nurse and physician are to do, from the same verdicts as the findings, in the order of time. */
import type { Reference } from '../rules/phrase.ts';
import type { TableRow } from '../rules/rule-set.ts';
import { planTexts } from '../rules/patient-texts.ts';
import type { Instruction } from '../rules/schema/rule.ts';
import { addToDay } from '../time/day.ts';
import { type Duration, exactMs, isCalendarUnit } from '../time/duration.ts';
import type { Instant } from '../time/zone.ts';
import type { Context } from './context.ts';
import type { Verdict } from './evaluate-rule.ts';
import { type MedicinePlan, medicineKey } from './medicine-plan.ts';
import { fill, type Named, slotValues } from './message.ts';
import type { InstructionLine } from './result.ts';
import type { Disposition } from '../rules/schema/common.ts';
import { amountIn } from './time-test.ts';

interface Step {
  readonly line: Omit<InstructionLine, 'at'>;
  readonly at: Instant | undefined;
  /** The medicine that it is about, by ingredients. */
  readonly about: string | undefined;
}

/** What the instructions come from. */
export interface Decided {
  readonly verdicts: readonly Verdict[];
  readonly plans: ReadonlyMap<string, MedicinePlan>;
  readonly disposition: Disposition;
}

export function instructionsOf(
  { verdicts, plans, disposition }: Decided,
  context: Context,
): InstructionLine[] {
  const planned = medicineSteps(plans, disposition, context);
  const steps: Step[] = [];
  for (const verdict of verdicts) {
    for (const step of ruleSteps(verdict, disposition, context)) {
      const { line, about } = step;
      if (line.for !== 'patient' || about === undefined || !planned.has(about)) steps.push(step);
    }
  }
  steps.push(...planned.values());
  return distinct(steps.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || 0)).map(
    ({ line, at }) => (at === undefined ? line : timed(line, context.zone.format(at))),
  );
}

/** Written out, since every patient has a dozen of them and a spread takes ten times as long. */
function timed({ for: whom, text, rule, values }: Step['line'], at: string): InstructionLine {
  return values ? { for: whom, text, rule, values, at } : { for: whom, text, rule, at };
}

/** The instructions of a rule that fired. Those of a mere note are for a procedure that goes ahead. */
function ruleSteps(verdict: Verdict, disposition: Disposition, context: Context): Step[] {
  const { body } = verdict.rule;
  if (verdict.status !== 'fired' || !body.instructions) return NO_STEPS;
  if (body.outcome === 'go' && disposition === 'hold') return NO_STEPS;
  const { medicine, row } = verdict;
  return body.instructions.map((instruction) => ({
    line: lineOf(instruction, body.id, verdict, context),
    at: fromNow(momentOf(instruction, context, row), context),
    about: medicine && medicineKey(medicine),
  }));
}

const NO_STEPS: Step[] = [];

/** A step whose hour has passed is for now. */
function fromNow(at: Instant | undefined, { screenedAt }: Context): Instant | undefined {
  return at === undefined ? undefined : Math.max(at, screenedAt);
}

function momentOf({ at }: Instruction, context: Context, row?: TableRow): Instant | undefined {
  if (at?.before) return shifted(at.before, -1, context, row);
  if (at?.after) return shifted(at.after, 1, context, row);
  return undefined;
}

function shifted(
  by: Duration | Reference,
  sign: 1 | -1,
  context: Context,
  row?: TableRow,
): Instant | undefined {
  const amount = amountIn(by, row, context);
  if (!amount) return undefined;
  if (!isCalendarUnit(amount.unit)) return context.procedureAt + sign * exactMs(amount);
  const { minute } = context.zone.localOf(context.procedureAt);
  return context.zone.instantOf(
    { day: addToDay(context.procedureDay, amount, sign), minute },
    'earlier',
  );
}

/** One instruction for each medicine that has a plan. When the procedure does not go ahead, nothing is paused for it. */
function medicineSteps(
  plans: ReadonlyMap<string, MedicinePlan>,
  disposition: Disposition,
  context: Context,
): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>();
  for (const [key, plan] of plans) {
    const step = medicineStep(plan, disposition, context);
    if (step) steps.set(key, { ...step, about: key });
  }
  return steps;
}

function medicineStep(
  { kind, verdict, medicine, lastDoseBy, own }: MedicinePlan,
  disposition: Disposition,
  context: Context,
): Omit<Step, 'about'> | undefined {
  const keeps = kind === 'blocked' || kind === 'not-agreed' || disposition === 'hold';
  if (keeps && own) return undefined;
  const at = keeps ? undefined : lastDoseBy;
  const { body } = verdict.rule;
  const plan = planTexts(context.prepared.ruleSet, body)[keeps ? 'keep' : kind];
  const row = verdict.row && { row: verdict.row };
  const named = { medicine, ...row, ...(at === undefined ? {} : { lastDoseBy: at }) };
  return { line: lineOf(plan, body.id, named, context), at };
}

function lineOf(
  { for: whom, text }: Pick<Instruction, 'for' | 'text'>,
  rule: string,
  named: Named,
  context: Context,
): Step['line'] {
  const values = slotValues(text, named, context);
  const line = { for: whom, text: fill(text, named, context), rule };
  return values ? { ...line, values } : line;
}

/** What several rules say is said once; the steps come in the order of time. */
function distinct(steps: readonly Step[]): Step[] {
  const said: Step[] = [];
  for (const step of steps) if (!isSaid(step, said)) said.push(step);
  return said;
}

function isSaid(step: Step, said: readonly Step[]): boolean {
  for (let at = said.length - 1; at >= 0; at -= 1) {
    const before = said[at];
    if (!before || before.at !== step.at) return false;
    if (before.line.for === step.line.for && before.line.text === step.line.text) return true;
  }
  return false;
}
