import type { Duration } from '../time/duration.ts';
import type { Condition } from './condition.ts';
import type { ChartGroup, ChartPhrases } from './schema/chart.ts';
import type { Evidence } from './schema/common.ts';
import type { Question } from './schema/question.ts';
import type { Definition, Rule } from './schema/rule.ts';
import type {
  Group,
  Lookup,
  Parameter,
  RuleFile,
  Sheet,
  Source,
  Translation,
  Wording,
} from './schema/rule-file.ts';
import type { Column, Row, Table } from './schema/table.ts';

/** A line of a table, with its grounds filled in and its lengths of time read. */
export interface TableRow extends Pick<
  Row,
  'drug' | 'class' | 'when' | 'disagreement' | 'from' | 'until'
> {
  readonly table: string;
  readonly values: Readonly<Record<string, Duration | string | readonly string[]>>;
  readonly sources: Table['sources'];
  readonly evidence: Evidence;
}

export interface RuleTable {
  readonly id: string;
  readonly title: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly rows: readonly TableRow[];
}

/** A rule as it is evaluated: its examples stay with the audit. */
export type RuleBody = Omit<Rule, 'examples'>;

/** Everything that decides, the medicines and the site apart: plain data, the same whoever reads it. */
export interface RuleSet {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly sections: NonNullable<RuleFile['sections']>;
  readonly groups: readonly Group[];
  readonly wording: Wording;
  readonly plans: NonNullable<RuleFile['plans']>;
  readonly sheet: Sheet;
  readonly translations: readonly Translation[];
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly sources: readonly Source[];
  readonly lookups: readonly Lookup[];
  readonly definitions: readonly Definition[];
  readonly tables: readonly RuleTable[];
  readonly questions: readonly Question[];
  readonly chart: readonly ChartGroup[];
  readonly chart_phrases: readonly ChartPhrases[];
  readonly rules: readonly RuleBody[];
}

/** What is known of each medicine, beside the answers to the questions. */
export const MEDICINE_FIELDS = [
  'class',
  'ingredient',
  'in_table',
  'recognised',
  'over_the_counter',
  'last_taken',
  'still_taking',
  'taken_for',
  'prescriber_agrees',
  'route',
  'regimen',
  'form',
  'dose_units',
  'dose_mg',
  'frequency',
] as const;

export type MedicineField = (typeof MEDICINE_FIELDS)[number];

const FIELDS: ReadonlySet<string> = new Set(MEDICINE_FIELDS);

export function isMedicineField(name: string): name is MedicineField {
  return FIELDS.has(name);
}

/** `row.agreement`: a column of the table line that a medicine was found in. */
export const ROW_PREFIX = 'row.';

/** A fact that the engine supplies: whether the screening is on the day of the procedure or before it. */
export const SCREENING_DAY = 'screening.day';

/** Every test of a condition, wherever it stands in it. */
export function* testsOf(condition: Condition): Generator<Extract<Condition, { kind: 'test' }>> {
  if (condition.kind === 'test') yield condition;
  else if (condition.kind === 'medicines') yield* testsOf(condition.where);
  else for (const part of condition.of) yield* testsOf(part);
}

/** The conditions that a rule is written with, one by one. */
export function* conditionsOf(
  rule: Pick<RuleBody, 'each_medicine' | 'when' | 'unless'>,
): Generator<Condition> {
  if (rule.each_medicine) yield rule.each_medicine;
  if (rule.when) yield rule.when;
  if (rule.unless) yield rule.unless;
}
