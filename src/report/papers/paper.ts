import { chartNote } from './chart-note.ts';
import type { PaperKind, PaperSource } from './paper-source.ts';
import { sbar } from './sbar.ts';

/** A paper as text, by its name. */
export function paperText(kind: PaperKind, source: PaperSource): string {
  return { note: chartNote, sbar }[kind](source);
}
