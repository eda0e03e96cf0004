/** The examples of the rules and the whole-patient cases, read as patients. */
import type { Context } from '../evaluation/context.ts';
import { contextOf, type Screener } from '../evaluation/screen.ts';
import type { Intake } from '../intake/answers.ts';
import { readIntake } from '../intake/read-intake.ts';
import type { CompiledRules, RuleExample } from '../rules/compile.ts';
import type { ScreenCase } from '../rules/schema/rule-file.ts';
import type { Span } from '../source/diagnostic.ts';
import { parseInstant } from '../time/parse-time.ts';
import { ALWAYS_ANSWERED } from './always-answered.ts';

interface Written {
  readonly name: string;
  readonly span: Span;
  readonly of: RuleExample | ScreenCase;
}

/** An example or a case, with the patient whom it is about. */
export interface Trial extends Written {
  readonly intake: Intake;
  readonly context: Context;
}

/** One that is about nobody, and why. */
interface Unreadable extends Written {
  readonly fault: string;
}

/** Whether the trial is an example; of this rule, when one is named. */
export function isExample({ of }: Written, rule?: string): boolean {
  return 'rule' in of && (rule === undefined || of.rule === rule);
}

/** All of them, in the order of the files. */
export function readTrials(rules: CompiledRules, screener: Screener): (Trial | Unreadable)[] {
  return [
    ...rules.examples.map((of) => ({ name: of.example.name, span: of.span, of })),
    ...rules.cases.map(({ value, span }) => ({ name: `case: ${value.name}`, span, of: value })),
  ].map((each) => read(each, rules, screener));
}

/** Those that are valid intakes: `rules test` tells of the others. */
export function trialsOf(rules: CompiledRules, screener: Screener): Trial[] {
  return readTrials(rules, screener).flatMap((each) => ('fault' in each ? [] : [each]));
}

function read(each: Written, rules: CompiledRules, screener: Screener): Trial | Unreadable {
  const { of } = each;
  const intake =
    'rule' in of
      ? intakeOf(of.example.given, undefined, rules, screener)
      : intakeOf({ ...othersOf(of, rules), ...of.given }, of.as_of, rules, screener);
  if (typeof intake === 'string') return { ...each, fault: intake };
  return { ...each, intake, context: contextOf(intake, screener) };
}

const NOT_OF_THE_PATIENT: ReadonlySet<string> = new Set([
  ...ALWAYS_ANSWERED,
  'id',
  'procedure.at',
  'screened_at',
]);

/** The questions that a case does not answer one by one, all left in the same state. */
export function othersOf(
  { others }: Pick<ScreenCase, 'others'>,
  { ruleSet }: Pick<CompiledRules, 'ruleSet'>,
): Record<string, unknown> {
  if (others === undefined) return {};
  const state = others === 'not-asked' ? null : others;
  return Object.fromEntries(
    ruleSet.questions.filter(({ id }) => !NOT_OF_THE_PATIENT.has(id)).map(({ id }) => [id, state]),
  );
}

/** The healthy patient with the given answers laid over; or why that is no intake. */
export function intakeOf(
  given: Readonly<Record<string, unknown>>,
  asOf: string | undefined,
  { healthy, ruleSet }: Pick<CompiledRules, 'healthy' | 'ruleSet'>,
  { zone }: Pick<Screener, 'zone'>,
): Intake | string {
  const moment = asOf === undefined ? undefined : parseInstant(asOf, zone, 'earlier');
  const reading = readIntake({ ...healthy, ...given }, ruleSet, { zone, asOf: moment, now: 0 });
  if (reading.ok) return reading.intake;
  return `no valid intake: ${reading.faults.map(({ field, message }) => `${field}: ${message}`).join('; ')}`;
}
