import { anyOf, not, type Truth, truth } from '../logic/truth.ts';
import { isReference, type Test } from '../rules/phrase.ts';
import type { MedicineField, TableRow } from '../rules/rule-set.ts';
import type { Condition } from '../rules/condition.ts';
import type { Context, Scope, ScreenedMedicine } from './context.ts';
import { compare } from './compare.ts';
import { lastDose } from './last-dose.ts';
import { hasAmount, isTimeTest, meets } from './time-test.ts';

interface View {
  readonly context: Context;
  readonly scope: Scope;
}

/** Whether a medicine meets a test; `unknown` where it was not said and the test did not settle for that. */
export function medicineTruth(
  field: MedicineField,
  test: Test,
  medicine: ScreenedMedicine,
  view: View,
): Truth {
  const { context, scope } = view;
  if (field === 'last_taken') return lastTakenTruth(test, medicine, context, scope);
  if (field === 'class')
    return truth(named(test, scope.row).some((name) => medicine.classes.has(name)));
  if (field === 'ingredient') {
    return truth(named(test, scope.row).some((name) => medicine.ingredients.has(name)));
  }
  const value = valueOf(field, medicine);
  if (test.is === 'answered') return truth(value !== undefined);
  if (value === undefined) return test.known ? 'false' : 'unknown';
  if (test.is === 'number') return truth(compare(test.op, Number(value), Number(test.amount)));
  if (test.is !== 'one-of') throw new Error(`${field} cannot be put to ${test.is}`);
  const values = isReference(test.values) ? named(test, scope.row) : test.values;
  return truth(values.includes(value));
}

function valueOf(field: MedicineField, medicine: ScreenedMedicine): string | boolean | undefined {
  switch (field) {
    case 'recognised':
      return medicine.known.match !== 'none';
    case 'over_the_counter':
      return medicine.over_the_counter;
    case 'still_taking':
    case 'taken_for':
      return medicine.given[field];
    case 'prescriber_agrees':
      return medicine.given.prescriber_agrees ?? false;
    case 'route':
    case 'regimen':
    case 'form':
      return medicine[field];
    case 'frequency':
      return medicine.frequency;
    case 'dose_units':
    case 'dose_mg':
      return medicine[field] === undefined ? undefined : String(medicine[field]);
    case 'class':
    case 'ingredient':
    case 'in_table':
    case 'last_taken':
      throw new Error(`${field} is no single value`);
  }
}

/** The words that a test names, by itself or by a column of the row. */
function named(test: Test, row: TableRow | undefined): readonly string[] {
  if (test.is !== 'one-of') throw new Error(`names expected, not ${test.is}`);
  if (!isReference(test.values)) return test.values.map(String);
  const cell = row?.values[test.values.ref];
  return Array.isArray(cell) ? cell.map(String) : [];
}

function lastTakenTruth(
  test: Test,
  medicine: ScreenedMedicine,
  context: Context,
  scope: Scope,
): Truth {
  const missing: Truth = test.known ? 'false' : 'unknown';
  if (test.is === 'answered') return truth(medicine.given.last_taken !== undefined);
  if (!isTimeTest(test)) throw new Error(`last_taken cannot be put to ${test.is}`);
  if (!hasAmount(test, scope, context)) return 'false';
  const dose = lastDose(context, medicine);
  if (!dose) return missing;
  const read = dose.moments.map((instant) => meets(test, { instant }, context, scope));
  const all = read.every((met) => met === read[0]);
  if (!all || read[0] === undefined) return missing;
  // A dose may lie further back than the moment that bounds it, which keeps "not nearer" true but nothing else.
  const settled = !dose.earlier || (test.is === 'time' && test.op === 'nearer' && !read[0]);
  return settled ? truth(read[0]) : missing;
}

/** The scopes in which a condition is to be tried for a medicine: one for each table line that there is for it. */
export function scopesFor(
  condition: Condition,
  medicine: ScreenedMedicine,
  view: View,
): readonly Scope[] {
  const scope = { needs: view.scope.needs, medicine };
  const tables = tablesOf(condition);
  const rows = tables.flatMap((table) => rowsOf(table, medicine, view.context));
  return rows.length === 0 ? [scope] : rows.map((row) => ({ ...scope, row }));
}

/** The lines of a table for a medicine, whatever their own conditions. */
function rowsOf(
  table: string,
  medicine: ScreenedMedicine,
  { prepared }: Context,
): readonly TableRow[] {
  const byDrug = prepared.rowsByDrug.get(table);
  const byClass = prepared.rowsByClass.get(table);
  const rows: TableRow[] = [];
  for (const name of medicine.ingredients) rows.push(...(byDrug?.get(name) ?? []));
  for (const name of medicine.classes) rows.push(...(byClass?.get(name) ?? []));
  return rows;
}

const TABLES = new WeakMap<Condition, readonly string[]>();

/** The tables whose lines a condition goes through, outside the medicines that it quantifies over. */
function tablesOf(condition: Condition): readonly string[] {
  const known = TABLES.get(condition);
  if (known) return known;
  const tables = [...new Set(namedTables(condition))];
  TABLES.set(condition, tables);
  return tables;
}

function* namedTables(condition: Condition): Generator<string> {
  if (condition.kind === 'test') {
    const { fact, test } = condition;
    if (fact === 'in_table' && !test.negated) yield* named(test, undefined);
  } else if (condition.kind !== 'medicines') {
    for (const part of condition.of) yield* namedTables(part);
  }
}

/** Whether a medicine has a line in a table: the one at hand, or, where none is, any. */
export function inTable(
  test: Test,
  medicine: ScreenedMedicine,
  view: View,
  holds: (condition: Condition, row: TableRow) => Truth,
): Truth {
  const rowTruth = (row: TableRow): Truth => (row.when ? holds(row.when, row) : 'true');
  const tables = named(test, undefined);
  const { row } = view.scope;
  if (!test.negated) return row && tables.includes(row.table) ? rowTruth(row) : 'false';
  return not(anyOf(tables, (table) => anyOf(rowsOf(table, medicine, view.context), rowTruth)));
}
