import { CUT_OPEN } from './fault-words.ts';
import type { Row, RowAnswers, RowFault } from './row.ts';

/** Columns that a rejects file puts before a row; read again, they say nothing. */
export const REJECT_PREFIX = 'reject.';

/** Whether nothing stands in any cell: what spreadsheets leave below a table. No row, so nothing to decide. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

export type Cells = Extract<Row['content'], { kind: 'cells' }>;

/** The answers of a row under the names of its columns; empty cells are left out, and columns that nobody wants. */
export function tableAnswers(
  { cells, fault }: Cells,
  header: readonly string[],
  ignored: ReadonlySet<string> = new Set(),
): RowAnswers {
  if (fault) return { ok: false, faults: [{ code: fault, field: '', message: CUT_OPEN[fault] }] };
  const faults: RowFault[] = [];
  const extra = cells.slice(header.length).some((cell) => cell === null || cell.trim() !== '');
  if (extra || cells.length < header.length) {
    const message = `the row has ${cells.length} cells, the header ${header.length}`;
    faults.push({ code: 'ragged-row', field: '', message });
  }
  // Without a prototype, so that a column may be named like a part of every object.
  const answers: Record<string, string> = Object.create(null);
  for (const [index, name] of header.entries()) {
    const value = cells[index];
    if (value === undefined || value?.trim() === '') continue;
    if (ignored.has(name) || name.startsWith(REJECT_PREFIX)) continue;
    if (value === null) {
      faults.push({
        code: 'wrong-encoding',
        field: name,
        message: 'the cell is no text in the encoding of the file',
      });
    } else if (answers[name] !== undefined) {
      faults.push({
        code: 'duplicate-field',
        field: name,
        message: 'two columns of this name hold a value',
      });
    } else {
      answers[name] = value;
    }
  }
  const { id } = answers;
  if (faults.length > 0) return { ok: false, faults, ...(id === undefined ? {} : { id }) };
  return { ok: true, answers };
}
