/** The lines of tables that there are for a medicine. */
import { isReference, type Test } from '../rules/phrase.ts';
import type { Condition } from '../rules/condition.ts';
import type { TableRow } from '../rules/rule-set.ts';
import type { Context, Scope, ScreenedMedicine } from './context.ts';
import type { Names } from './names.ts';

/** The scopes in which a condition is to be tried for a medicine: one for each table line that there is for it. */
export function scopesFor(
  condition: Condition,
  medicine: ScreenedMedicine,
  { context, scope }: { readonly context: Context; readonly scope: Scope },
): readonly Scope[] {
  return medicineScopes(tablesOf(condition), medicine, scope.needs, context.prepared);
}

export function medicineScopes(
  tables: readonly string[],
  medicine: ScreenedMedicine,
  needs: Scope['needs'],
  names: Names,
): readonly Scope[] {
  const rows = rowsOf(tables, medicine, names);
  return rows.length === 0 ? [{ needs, medicine }] : rows.map((row) => ({ needs, medicine, row }));
}

const NO_ROWS: readonly TableRow[] = [];

/** The lines of some tables for a medicine, whatever their own conditions. */
export function rowsOf(
  tables: readonly string[],
  medicine: ScreenedMedicine,
  { rowsByDrug, rowsByClass }: Names,
): readonly TableRow[] {
  if (tables.length === 0) return NO_ROWS;
  const rows: TableRow[] = [];
  for (const table of tables) {
    const byDrug = rowsByDrug.get(table);
    const byClass = rowsByClass.get(table);
    for (const name of medicine.ingredients) rows.push(...(byDrug?.get(name) ?? NO_ROWS));
    for (const name of medicine.classes) rows.push(...(byClass?.get(name) ?? NO_ROWS));
  }
  return rows;
}

const TABLES = new WeakMap<Condition, readonly string[]>();

/** The tables whose lines a condition goes through, outside the medicines that it quantifies over. */
export function tablesOf(condition: Condition): readonly string[] {
  let tables = TABLES.get(condition);
  if (!tables) TABLES.set(condition, (tables = [...new Set(namedTables(condition))]));
  return tables;
}

function* namedTables(condition: Condition): Generator<string> {
  if (condition.kind === 'test') {
    const { fact, test } = condition;
    if (fact === 'in_table' && !test.negated) yield* namedIn(test);
  } else if (condition.kind !== 'medicines') {
    for (const part of condition.of) yield* namedTables(part);
  }
}

/** The words that a test itself names. */
export function namedIn(test: Test): readonly string[] {
  if (test.is !== 'one-of') throw new Error(`names expected, not ${test.is}`);
  return isReference(test.values) ? [] : test.values.map(String);
}
