/** Sheets of XLSX files, read whole: a sheet holds a million rows at most. */
import { csvCell, neutral } from '../../batch/csv-text.ts';
import { type OutputRow, OUTPUT_COLUMNS } from '../../batch/output-row.ts';
import type { Row } from '../../batch/row.ts';
import { Trouble } from '../trouble.ts';

const MOST_ROWS = 1_048_575;
const WIDE = new Set<string>(['reasons', 'actions', 'tell_the_patient', 'medicines']);

export interface Sheet {
  readonly header: readonly string[];
  readonly rawHeader: string;
  readonly rows: readonly Row[];
}

/** Above `headerRow` stand titles, and no rows. */
export async function readSheetRows(
  bytes: Uint8Array,
  file: string,
  headerRow = 1,
): Promise<Sheet> {
  const cells = (await readCells(bytes, file)).map((row) => row.map(cellText));
  const first = cells.findIndex(
    (row, index) => index + 1 >= headerRow && row.some((cell) => cell !== ''),
  );
  const header = (cells[first] ?? []).map((cell) => cell.trim());
  let count = 0;
  const rows = cells.flatMap((row, index): Row[] => {
    if (index <= first || row.every((cell) => cell.trim() === '')) return [];
    count += 1;
    return [
      { record: count, line: index + 1, raw: rawOf(row), content: { kind: 'cells', cells: row } },
    ];
  });
  return { header, rawHeader: rawOf(header), rows };
}

async function readCells(
  bytes: Uint8Array,
  file: string,
): Promise<readonly (readonly unknown[])[]> {
  const { default: readSheets } = await import('read-excel-file/node');
  let sheets;
  try {
    sheets = await readSheets(Buffer.from(bytes));
  } catch {
    throw new Trouble(`${file}: it is no XLSX file that can be read, or it is damaged`);
  }
  const filled = sheets.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
  if (filled.length > 1)
    throw new Trouble(
      `${file}: ${filled.length} of its sheets hold something; save the one that is meant as a file of its own`,
    );
  return filled[0]?.data ?? [];
}

/** A cell as text: dates as ISO, without the hour where there is none, and hours alone as such. */
function cellText(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  if (!(cell instanceof Date)) return '';
  if (Number.isNaN(cell.getTime())) return 'a date that is none';
  const iso = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString();
  // Excel counts days from the end of 1899, so an hour alone is of the day before the first.
  if (iso < '1900-01-01') return iso.slice(11, 16);
  const time = iso.slice(11, 19);
  if (time === '00:00:00') return iso.slice(0, 10);
  return time.endsWith(':00') ? iso.slice(0, 16) : iso.slice(0, 19);
}

/** A row as CSV, a character a byte. */
function rawOf(cells: readonly string[]): string {
  return Buffer.from(cells.map((cell) => csvCell(cell, ',')).join(',')).toString('latin1');
}

export async function writeSheet(
  rows: Iterable<OutputRow>,
  write: (bytes: Uint8Array) => void,
): Promise<void> {
  const { writeWorkbook } = await import('./workbook.ts');
  const columns = OUTPUT_COLUMNS.map((name) => ({ name, width: WIDE.has(name) ? 50 : 18 }));
  writeWorkbook(columns, neutralRows(rows), write);
}

function* neutralRows(rows: Iterable<OutputRow>): Generator<OutputRow> {
  let count = 0;
  for (const row of rows) {
    count += 1;
    if (count > MOST_ROWS)
      throw new Trouble(
        `a sheet holds ${MOST_ROWS} rows and these are more; write .csv or .parquet`,
      );
    yield row.map(neutral);
  }
}
