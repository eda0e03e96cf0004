/** A row's answers to its result: by the reader and the rules that decide a single intake, and by no others. */
import type { ScreenResult } from '../evaluation/result.ts';
import { screen, type Screener } from '../evaluation/screen.ts';
import type { Intake } from '../intake/answers.ts';
import { readIntake, type ReadingOptions } from '../intake/read-intake.ts';
import type { IntakeFault } from '../intake/fault.ts';
import type { RowAnswers, RowFault } from './row.ts';

export type Outcome =
  | { readonly ok: true; readonly intake: Intake; readonly result: ScreenResult }
  | { readonly ok: false; readonly id: string | undefined; readonly faults: readonly RowFault[] };

export function decideRow(row: RowAnswers, screener: Screener, options: ReadingOptions): Outcome {
  if (!row.ok)
    return {
      ok: false,
      id: row.id,
      faults: [...row.faults, ...moreFaults(row, screener, options)],
    };
  const reading = readIntake(row.answers, screener.prepared.ruleSet, options);
  if (reading.ok) {
    const { intake } = reading;
    const result = screen(intake, screener);
    return { ok: true, intake, result: row.chart ? { ...result, chart: [...row.chart] } : result };
  }
  return { ok: false, id: reading.id, faults: reading.faults.map(rowFault) };
}

/** Moments are held against that of the screening; without it nothing can be said of them. */
const OF_SCREENING: ReadonlySet<string> = new Set(['in-the-future', 'in-the-past']);

/** What is wrong with the rest of a row, of which something could not be read. */
function moreFaults(
  { faults, rest }: Extract<RowAnswers, { ok: false }>,
  screener: Screener,
  options: ReadingOptions,
): RowFault[] {
  const reading =
    rest === undefined ? undefined : readIntake(rest, screener.prepared.ruleSet, options);
  if (!reading || reading.ok) return [];
  const told = new Set(faults.map(({ field }) => field));
  return reading.faults
    .filter(
      ({ field, code }) => !told.has(field) && !(told.has('screened_at') && OF_SCREENING.has(code)),
    )
    .map(rowFault);
}

function rowFault({ code, field, message, help }: IntakeFault): RowFault {
  return { code, field, message: help === undefined ? message : `${message} (${help})` };
}
