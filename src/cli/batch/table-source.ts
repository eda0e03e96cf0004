/** A table as it arrives: its header, and then its rows in pieces. */
import { CellText, type TextEncoding } from '../../batch/cell-text.ts';
import type { CsvRecord } from '../../batch/csv-reader.ts';
import { detectDelimiter } from '../../batch/delimiter.ts';
import type { RowRun } from '../../batch/row-run.ts';
import { TablePieces } from '../../batch/table-pieces.ts';
import { REJECT_PREFIX } from '../../batch/table-answers.ts';
import { Trouble } from '../trouble.ts';
import { refuseTooLong } from './too-long.ts';

/** Below this, a header that has not ended is looked at again with every text that arrives. */
const SMALL = 1 << 16;

export interface TableOptions {
  readonly file: string;
  readonly delimiter: string | undefined;
  readonly encoding: TextEncoding | undefined;
  readonly headerLine: number | undefined;
}

export interface TableSource {
  readonly names: readonly string[];
  readonly header: CsvRecord;
  readonly delimiter: string;
  readonly runs: AsyncGenerator<RowRun>;
}

export async function openTable(
  texts: AsyncGenerator<string>,
  { file, delimiter: given, encoding, headerLine }: TableOptions,
): Promise<TableSource> {
  let start = '';
  // A header that is huge is looked at again when it has doubled, so that it costs no square.
  let lookAgain = 0;
  let next = await texts.next();
  for (; next.done !== true; next = await texts.next()) {
    start += next.value;
    refuseTooLong(file, start.length);
    if (start.length < lookAgain) continue;
    if (hasLines(start, headerLine)) break;
    lookAgain = start.length < SMALL ? 0 : start.length * 2;
  }
  // What a spreadsheet program is told by: a line that names the delimiter, above the header.
  const told = /^sep=([^"\r\n])\r?\n/.exec(start)?.[1];
  const from = firstLine(start, headerLine, told);
  const delimiter = given ?? told ?? detectDelimiter(linesFrom(start, from));
  const table = new TablePieces(delimiter, encoding, from);
  const first = table.push(start);
  while (!table.header && next.done !== true) {
    next = await texts.next();
    first.push(...(next.done === true ? table.end() : table.push(next.value)));
  }
  if (!table.header) first.push(...table.end());
  const { header } = table;
  if (!header) throw new Trouble(`${file}: nothing is in it, not even the names of columns`);
  const names = headerNames(header, new CellText(table.encoding), file);
  return { names, header, delimiter, runs: rest() };

  async function* rest(): AsyncGenerator<RowRun> {
    yield* first;
    for await (const text of texts) {
      yield* table.push(text);
      refuseTooLong(file, table.waiting);
    }
    yield* table.end();
  }
}

/** The line of the names. A rejects file has no titles above them: it is fed in with the options of its source. */
function firstLine(
  start: string,
  headerLine: number | undefined,
  told: string | undefined,
): number {
  if (start.startsWith(REJECT_PREFIX)) return 1;
  return headerLine ?? (told === undefined ? 1 : 2);
}

/** Whether the line of the header has ended: the first that is not blank, from there on. */
function hasLines(text: string, headerLine: number | undefined): boolean {
  return /[\r\n]/.test(linesFrom(text, headerLine).trimStart());
}

function linesFrom(text: string, headerLine = 1): string {
  let at = 0;
  for (let line = 1; line < headerLine && at < text.length; line += 1) {
    const end = /\r\n|[\r\n]/g;
    end.lastIndex = at;
    at = end.exec(text) ? end.lastIndex : text.length;
  }
  return text.slice(at);
}

function headerNames({ cells, fault, line }: CsvRecord, text: CellText, file: string): string[] {
  const names = cells.map((cell) => text.read(cell)?.trim());
  if (fault || names.includes(undefined))
    throw new Trouble(`${file}:${line}: the header cannot be read`);
  return names.map((name = '') => name);
}
