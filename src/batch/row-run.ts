/** Some rows of a source, one after the other, in a form that goes to another thread at little cost. */
import { CellText, type TextEncoding } from './cell-text.ts';
import { CsvReader, type CsvRecord } from './csv-reader.ts';
import type { Row } from './row.ts';
import { isBlank } from './table-answers.ts';

export type RowRun = { readonly kind: 'rows'; readonly rows: readonly Row[] } | TablePiece;

/** A part of a table that holds whole records, none of which has a quote that cannot be meant. */
interface TablePiece {
  readonly kind: 'piece';
  /** A character a byte. */
  readonly text: string;
  readonly delimiter: string;
  /** Undefined as long as nothing beyond ASCII was met. */
  readonly encoding: TextEncoding | undefined;
  /** The physical line on which it starts, and the number of its first row. */
  readonly line: number;
  readonly record: number;
  /** How many rows are in it. */
  readonly count: number;
}

export function countOf(run: RowRun): number {
  return run.kind === 'rows' ? run.rows.length : run.count;
}

export function rowsOf(run: RowRun): readonly Row[] {
  if (run.kind === 'rows') return run.rows;
  const csv = new CsvReader(run.delimiter, run.line);
  const text = new CellText(run.encoding);
  return [...csv.push(run.text), ...csv.end()]
    .filter(({ cells }) => !isBlank(cells))
    .map((record, index) => rowOf(record, run.record + index, text));
}

export function rowOf({ line, raw, cells, fault }: CsvRecord, record: number, text: CellText): Row {
  const read = cells.map((cell) => text.read(cell) ?? null);
  const content = { kind: 'cells' as const, cells: read };
  return { record, line, raw, content: fault === undefined ? content : { ...content, fault } };
}
