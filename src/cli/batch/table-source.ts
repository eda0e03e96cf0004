/** A table as it arrives: its header, and then its rows in pieces. */
import { CellText, type TextEncoding } from '../../batch/cell-text.ts';
import type { CsvRecord } from '../../batch/csv-reader.ts';
import { detectDelimiter } from '../../batch/delimiter.ts';
import type { RowRun } from '../../batch/row-run.ts';
import { TablePieces } from '../../batch/table-pieces.ts';
import { Trouble } from '../trouble.ts';

export interface TableOptions {
  readonly file: string;
  readonly delimiter: string | undefined;
  readonly encoding: TextEncoding | undefined;
  readonly headerLine: number | undefined;
}

export interface TableSource {
  readonly names: readonly string[];
  readonly header: CsvRecord | undefined;
  readonly delimiter: string;
  readonly runs: AsyncGenerator<RowRun>;
}

export async function openTable(
  texts: AsyncGenerator<string>,
  { file, delimiter: given, encoding, headerLine }: TableOptions,
): Promise<TableSource> {
  let start = '';
  let next = await texts.next();
  for (; next.done !== true; next = await texts.next()) {
    start += next.value;
    if (hasLines(start, headerLine)) break;
  }
  // What a spreadsheet program is told by: a line that names the delimiter, above the header.
  const told = /^sep=([^"\r\n])\r?\n/.exec(start)?.[1];
  const from = headerLine ?? (told === undefined ? 1 : 2);
  const delimiter = given ?? told ?? detectDelimiter(linesFrom(start, from));
  const table = new TablePieces(delimiter, encoding, from);
  const first = table.push(start);
  while (!table.header && next.done !== true) {
    next = await texts.next();
    first.push(...(next.done === true ? table.end() : table.push(next.value)));
  }
  if (!table.header) first.push(...table.end());
  const { header } = table;
  const names = header ? headerNames(header, new CellText(table.encoding), file) : [];
  return { names, header, delimiter, runs: rest() };

  async function* rest(): AsyncGenerator<RowRun> {
    yield* first;
    for await (const text of texts) yield* table.push(text);
    yield* table.end();
  }
}

/** Whether the line of the header has ended: the first that is not blank, from there on. */
function hasLines(text: string, headerLine: number | undefined): boolean {
  return /[\r\n]/.test(linesFrom(text, headerLine).trimStart());
}

function linesFrom(text: string, headerLine = 1): string {
  return text
    .split(/(?<=\n|\r(?!\n))/)
    .slice(headerLine - 1)
    .join('');
}

function headerNames({ cells, fault, line }: CsvRecord, text: CellText, file: string): string[] {
  const names = cells.map((cell) => text.read(cell)?.trim());
  if (fault || names.includes(undefined))
    throw new Trouble(`${file}:${line}: the header cannot be read`);
  return names.map((name = '') => name);
}
