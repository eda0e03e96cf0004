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
  if (!row.ok) return { ok: false, id: row.id, faults: row.faults };
  const reading = readIntake(row.answers, screener.prepared.ruleSet, options);
  if (reading.ok) {
    const { intake } = reading;
    const result = screen(intake, screener);
    return { ok: true, intake, result: row.chart ? { ...result, chart: [...row.chart] } : result };
  }
  return { ok: false, id: reading.id, faults: reading.faults.map(rowFault) };
}

function rowFault({ code, field, message, help }: IntakeFault): RowFault {
  return { code, field, message: help === undefined ? message : `${message} (${help})` };
}
