/** Lines of tables, and rule sets in which one of them reads otherwise. */
import type { ScreenedMedicine } from '../evaluation/context.ts';
import { isReference } from '../rules/phrase.ts';
import { type RuleSet, type RuleTable, type TableRow, testsOf } from '../rules/rule-set.ts';
import { allConditions } from './uses.ts';

/** A line, and its place in its table. */
export interface Line {
  readonly table: RuleTable;
  readonly row: TableRow;
  readonly index: number;
}

export function linesOf({ tables }: RuleSet): Line[] {
  return tables.flatMap((table) => table.rows.map((row, index) => ({ table, row, index })));
}

/** The names that a line stands for: drugs or classes. */
export function namesOf({ row }: Line): readonly string[] {
  return row.drug ?? row.class ?? [];
}

/** What stands in its columns, but for those of texts, which decide nothing. */
export function decidingCells({ table, row }: Line): [string, TableRow['values'][string]][] {
  return Object.entries(row.values).filter(([column]) => table.columns[column]?.type !== 'text');
}

/** Whether the line is for a medicine, whatever its own condition. */
export function isLineFor(
  { drug, class: classes }: Pick<TableRow, 'drug' | 'class'>,
  medicine: Pick<ScreenedMedicine, 'ingredients' | 'classes'>,
): boolean {
  return (
    drug?.some((name) => medicine.ingredients.has(name)) === true ||
    classes?.some((name) => medicine.classes.has(name)) === true
  );
}

/** The rule set with other lines in the place of one. */
export function withLine(
  ruleSet: RuleSet,
  { table, index }: Pick<Line, 'table' | 'index'>,
  ...now: readonly TableRow[]
): RuleSet {
  const rows = table.rows.toSpliced(index, 1, ...now);
  const place = ruleSet.tables.findIndex(({ id }) => id === table.id);
  return { ...ruleSet, tables: ruleSet.tables.with(place, { ...table, rows }) };
}

/** The line without one of its names; undefined when none is left. */
export function withoutName(row: TableRow, name: string): TableRow | undefined {
  const key = row.drug ? 'drug' : 'class';
  const left = (row[key] ?? []).filter((each) => each !== name);
  return left.length === 0 ? undefined : { ...row, [key]: left };
}

/** The line with another value in a column, or none. */
export function withCell(
  row: TableRow,
  column: string,
  cell: TableRow['values'][string] | undefined,
): TableRow {
  const { [column]: _, ...others } = row.values;
  return { ...row, values: cell === undefined ? others : { ...others, [column]: cell } };
}

/** The columns that a condition compares with a moment; the others only say when a step is due. */
export function comparedColumns(ruleSet: RuleSet): ReadonlySet<string> {
  const found = new Set<string>();
  for (const condition of allConditions(ruleSet)) {
    for (const { test } of testsOf(condition)) {
      if (test.is === 'time' && isReference(test.amount)) found.add(test.amount.ref);
    }
  }
  return found;
}
