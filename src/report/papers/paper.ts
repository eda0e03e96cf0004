import { calendar } from './calendar.ts';
import { chartNote } from './chart-note.ts';
import type { PaperKind, PaperSource } from './paper-source.ts';
import { patientSheetText } from './patient-sheet-text.ts';
import { patientSheet } from './patient-sheet.ts';
import { sbar } from './sbar.ts';

const PAPERS: Readonly<Record<PaperKind, (source: PaperSource) => string>> = {
  note: chartNote,
  sbar,
  patient: (source) => patientSheetText(patientSheet(source)),
  ics: calendar,
};

/** A paper as text, by its name. */
export function paperText(kind: PaperKind, source: PaperSource): string {
  return PAPERS[kind](source);
}
