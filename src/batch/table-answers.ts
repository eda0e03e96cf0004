import { CUT_OPEN } from './fault-words.ts';
import type { Row, RowAnswers, RowFault } from './row.ts';

/** Columns that a rejects file puts before a row; read again, they say nothing. */
export const REJECT_PREFIX = 'reject.';

/** Whether nothing stands in any cell: what spreadsheets leave below a table. No row, so nothing to decide. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** The cells of a row by the names of their columns; empty ones are left out. */
export interface NamedCells {
  readonly values: ReadonlyMap<string, string>;
  readonly faults: readonly RowFault[];
}

export type Cells = Extract<Row['content'], { kind: 'cells' }>;

export function nameCells({ cells, fault }: Cells, header: readonly string[]): NamedCells {
  if (fault)
    return { values: new Map(), faults: [{ code: fault, field: '', message: CUT_OPEN[fault] }] };
  const faults: RowFault[] = [];
  const extra = cells.slice(header.length).some((cell) => cell === null || cell.trim() !== '');
  if (extra || cells.length < header.length) {
    const message = `the row has ${cells.length} cells, the header ${header.length}`;
    faults.push({ code: 'ragged-row', field: '', message });
  }
  const values = new Map<string, string>();
  for (const [index, name] of header.entries()) {
    const value = cells[index];
    if (value === undefined || name.startsWith(REJECT_PREFIX) || value?.trim() === '') continue;
    if (value === null) {
      faults.push({
        code: 'wrong-encoding',
        field: name,
        message: 'the cell is no text in the encoding of the file',
      });
    } else if (values.has(name)) {
      faults.push({
        code: 'duplicate-field',
        field: name,
        message: 'two columns of this name hold a value',
      });
    } else {
      values.set(name, value);
    }
  }
  return { values, faults };
}

/** The answers of a row whose columns are named by the facts themselves. */
export function tableAnswers({ values, faults }: NamedCells): RowAnswers {
  const id = values.get('id');
  if (faults.length > 0) return { ok: false, faults, ...(id === undefined ? {} : { id }) };
  return { ok: true, answers: Object.fromEntries(values) };
}
