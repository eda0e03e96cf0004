/** A rejected row with why, in a form that can be corrected and read again. */
import { csvCell, neutral } from './csv-text.ts';
import type { Origin } from './output-row.ts';
import type { Row, RowFault } from './row.ts';

const COLUMNS = ['file', 'line', 'record', 'field', 'code', 'reason'] as const;

/** The header of a rejects file of cells: ours, then the source's own as it stands. */
export function rejectHeader(header: string, delimiter: string): string {
  return `${COLUMNS.map((name) => `reject.${name}`).join(delimiter)}${delimiter}${header}\r\n`;
}

/** Our cells, then the row as it stands. They come first, so that a ragged row stays as it is. */
export function rejectCells(
  row: Row,
  faults: readonly RowFault[],
  origin: Origin,
  delimiter: string,
): string {
  const own = [
    origin.file,
    String(row.line),
    String(row.record),
    unique(faults.map(({ field }) => field)),
    unique(faults.map(({ code }) => code)),
    unique(faults.map(({ field, message }) => (field === '' ? message : `${field}: ${message}`))),
  ];
  return `${own.map((value) => csvCell(neutral(ascii(value)), delimiter)).join(delimiter)}${delimiter}${row.raw}\r\n`;
}

/** A line of JSON: the row itself where it is JSON, else its text. */
export function rejectJson(row: Row, faults: readonly RowFault[], origin: Origin): string {
  const reject = JSON.stringify({ ...origin, faults });
  const isText = faults.some(({ code }) => code === 'invalid-json' || code === 'wrong-encoding');
  const original = isText ? JSON.stringify(row.raw) : row.raw.replaceAll(/\r?\n\s*/g, ' ');
  return `{"reject":${reject},"original":${original}}\n`;
}

function unique(texts: readonly string[]): string {
  return [...new Set(texts.filter((text) => text !== ''))].join('; ');
}

/** The row itself may be in any encoding, so that what we say of it keeps to what all of them share. */
function ascii(text: string): string {
  return text.replaceAll(/\P{ASCII}/gu, '?');
}
