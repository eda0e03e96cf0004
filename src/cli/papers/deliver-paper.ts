import { existsSync } from 'node:fs';

import { paperText } from '../../report/papers/paper.ts';
import type { PaperKind, PaperSource } from '../../report/papers/paper-source.ts';
import { patientPage } from '../../report/papers/patient-page.ts';
import { patientSheet } from '../../report/papers/patient-sheet.ts';
import { readBack } from '../../time/parse-time.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { writeWhole } from '../write-whole.ts';
import { formatOf, type PaperFormat } from './paper-options.ts';

/** Only the owner reads what is about a patient. */
const PRIVATE = 0o600;

/** Prints a paper or writes it to a file: whole, and never over another. */
export async function deliverPaper(
  kind: PaperKind,
  out: string | undefined,
  source: PaperSource,
  terminal: Terminal,
): Promise<void> {
  if (out === undefined) return print(terminal, paperText(kind, source));
  const format = formatOf(kind, out);
  if (existsSync(out)) {
    throw new Trouble(`${out} is already there; give another name, or remove it first`);
  }
  writeWhole(out, await paperContent(kind, format, source), PRIVATE);
  complain(terminal, `Written to ${out}`);
}

async function paperContent(
  kind: PaperKind,
  format: PaperFormat,
  source: PaperSource,
): Promise<string | Uint8Array> {
  if (format === 'html') return patientPage(patientSheet(source));
  if (format !== 'pdf') return paperText(kind, source);
  const { id, evaluated_at: madeAt } = source.result;
  const { patientPdf } = await import('./patient-pdf.ts');
  return patientPdf(patientSheet(source), { id, madeAt: readBack(madeAt) });
}
