import { existsSync } from 'node:fs';

import { paperText } from '../../report/papers/paper.ts';
import type { PaperKind, PaperSource } from '../../report/papers/paper-source.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { writeWhole } from '../write-whole.ts';
import { formatOf, type PaperFormat } from './paper-options.ts';

/** Only the owner reads what is about a patient. */
const PRIVATE = 0o600;

/** A paper in a format, as bytes or as text. */
async function paperContent(
  kind: PaperKind,
  _format: PaperFormat,
  source: PaperSource,
): Promise<string | Uint8Array> {
  return Promise.resolve(paperText(kind, source));
}

/** Prints a paper or writes it to a file, whole, and never over another. */
export async function deliverPaper(
  kind: PaperKind,
  out: string | undefined,
  source: PaperSource,
  terminal: Terminal,
): Promise<void> {
  const format = formatOf(kind, out);
  if (out !== undefined && existsSync(out)) {
    throw new Trouble(`${out} is already there; give another name, or remove it first`);
  }
  const content = await paperContent(kind, format, source);
  if (out === undefined) {
    if (typeof content === 'string') print(terminal, content);
    return;
  }
  writeWhole(out, content, PRIVATE);
  complain(terminal, `Written to ${out}`);
}
