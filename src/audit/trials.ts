/** The examples of the rules and the whole-patient cases, read as patients. */
import type { Context } from '../evaluation/context.ts';
import { contextOf, type Screener } from '../evaluation/screen.ts';
import type { Intake } from '../intake/answers.ts';
import { readIntake } from '../intake/read-intake.ts';
import type { CompiledRules, RuleExample } from '../rules/compile.ts';
import type { ScreenCase } from '../rules/schema/rule-file.ts';
import type { Span } from '../source/diagnostic.ts';
import { parseInstant } from '../time/parse-time.ts';

/** An example or a case, with the patient whom it is about. */
export interface Trial {
  readonly name: string;
  readonly span: Span;
  readonly intake: Intake;
  readonly context: Context;
  readonly of: RuleExample | ScreenCase;
}

/** Whether the trial is an example; of this rule, when one is named. */
export function isExample({ of }: Trial, rule?: string): boolean {
  return 'rule' in of && (rule === undefined || of.rule === rule);
}

/** All of them that are valid intakes: `rules test` tells of the others. */
export function trialsOf(rules: CompiledRules, screener: Screener): Trial[] {
  const read = (
    name: string,
    span: Span,
    of: RuleExample | ScreenCase,
    reading: Intake | string,
  ): Trial[] =>
    typeof reading === 'string'
      ? []
      : [{ name, span, of, intake: reading, context: contextOf(reading, screener) }];
  return [
    ...rules.examples.flatMap((each) =>
      read(
        each.example.name,
        each.span,
        each,
        intakeOf(each.example.given, undefined, rules, screener),
      ),
    ),
    ...rules.cases.flatMap(({ value, span }) =>
      read(`case: ${value.name}`, span, value, intakeOf(value.given, value.as_of, rules, screener)),
    ),
  ];
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
