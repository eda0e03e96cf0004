/** The columns of a decided row in a table; their names and order stay. */
import type { ChartNote, ScreenResult } from '../evaluation/result.ts';
import type { Work } from './worklist.ts';

export const OUTPUT_COLUMNS = [
  'id',
  'disposition',
  'urgency',
  'procedure_at',
  'too_late',
  'to_do_first',
  'to_do',
  'earliest_go',
  'reasons',
  'actions',
  'still_to_ask',
  'medicines',
  'tell_the_patient',
  'rules',
  'screened_at',
  'ruleset',
  'file',
  'line',
  'record',
  'chart',
] as const;

export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly record: number;
}

export type OutputRow = readonly string[];

export function outputRow(
  result: ScreenResult,
  { task, tasks, isTooLate }: Work,
  origin: Origin,
): OutputRow {
  const standing = result.findings.filter(({ disposition }) => disposition !== 'go');
  const asked = standing.filter(({ because, subject }) => because[subject] !== 'not-asked');
  const { id, version, digest, overrides, rules, unsigned } = result.ruleset;
  const overridden = overrides.map(({ parameter, value }) => ` ${parameter}=${value}`).join('');
  return [
    result.id,
    result.disposition,
    result.urgency,
    result.procedure_at,
    isTooLate ? 'yes' : 'no',
    task,
    listed(tasks),
    result.earliest_go?.at ?? '',
    listed(asked.map(({ message }) => message)),
    listed(asked.flatMap(({ action }) => action ?? [])),
    listed(result.missing.map(({ fact }) => fact)),
    listed(
      result.medicines.map(
        (each) => `${each.as_written} = ${each.recognised ?? 'not recognised'}: ${each.action}`,
      ),
    ),
    listed(
      result.instructions
        .filter((each) => each.for === 'patient' && each.at !== undefined)
        .map(({ text }) => text),
    ),
    listed(standing.map(({ rule }) => rule)),
    result.evaluated_at,
    `${id} ${version} ${digest}${overridden} unsigned=${unsigned}/${rules}`,
    origin.file,
    String(origin.line),
    String(origin.record),
    listed((result.chart ?? []).map(chartText)),
  ];
}

function chartText({ as_written, fact, value, read }: ChartNote): string {
  return `${as_written} = ${fact === undefined ? '' : `${fact} ${value ?? ''}: `}${read}`;
}

function listed(texts: readonly string[]): string {
  return [...new Set(texts)].join('; ');
}
