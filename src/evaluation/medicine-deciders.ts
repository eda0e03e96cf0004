/** Makes tests of medicines into functions; `unknown` where something was not said and the test did not settle for that. */
import { not, type Truth, truth } from '../logic/truth.ts';
import type { Condition } from '../rules/condition.ts';
import { isReference, type Test } from '../rules/phrase.ts';
import type { MedicineField, TableRow } from '../rules/rule-set.ts';
import { compare } from './compare.ts';
import type { Context, Scope, ScreenedMedicine, Decider } from './context.ts';
import type { Names } from './names.ts';
import { lastDose } from './last-dose.ts';
import { namedIn, rowsOf } from './table-lines.ts';
import { hasAmount, isTimeTest, meets } from './time-test.ts';

/** Whether the medicine in scope meets a test. */
export function medicineDecider(field: MedicineField, test: Test): Decider {
  const decide = deciderFor(field, test);
  return (context, scope) => {
    if (!scope.medicine) throw new Error(`${field} is about a medicine`);
    return decide(scope.medicine, context, scope);
  };
}

type OfMedicine = (medicine: ScreenedMedicine, context: Context, scope: Scope) => Truth;

function deciderFor(field: MedicineField, test: Test): OfMedicine {
  if (field === 'last_taken') return lastTakenDecider(test);
  if (field === 'class' || field === 'ingredient') {
    const part = field === 'class' ? 'classes' : 'ingredients';
    const named = namesOf(test);
    return (medicine, _, scope) => truth(isAny(named(scope), medicine[part]));
  }
  const valueOf = VALUES[field];
  if (!valueOf) throw new Error(`${field} is no single value`);
  const meetsValue = valueDecider(field, test);
  const missing: Truth = test.known ? 'false' : 'unknown';
  if (test.is === 'answered') return (medicine) => truth(valueOf(medicine) !== undefined);
  return (medicine, _, scope) => {
    const value = valueOf(medicine);
    return value === undefined ? missing : truth(meetsValue(value, scope));
  };
}

function isAny(names: readonly string[], within: ReadonlySet<string>): boolean {
  for (const name of names) if (within.has(name)) return true;
  return false;
}

const VALUES: {
  readonly [Field in MedicineField]?: (medicine: ScreenedMedicine) => string | boolean | undefined;
} = {
  recognised: ({ known }) => known.match !== 'none',
  over_the_counter: (medicine) => medicine.over_the_counter,
  still_taking: ({ given }) => given.still_taking,
  taken_for: ({ given }) => given.taken_for,
  prescriber_agrees: ({ given }) => given.prescriber_agrees ?? false,
  route: ({ route }) => route,
  regimen: ({ regimen }) => regimen,
  form: ({ form }) => form,
  frequency: ({ frequency }) => frequency,
  dose_units: ({ dose_units: dose }) => (dose === undefined ? undefined : String(dose)),
  dose_mg: ({ dose_mg: dose }) => (dose === undefined ? undefined : String(dose)),
};

function valueDecider(
  field: MedicineField,
  test: Test,
): (value: string | boolean, scope: Scope) => boolean {
  if (test.is === 'answered') return () => true;
  if (test.is === 'number') {
    const { op, amount } = test;
    return (value) => compare(op, Number(value), Number(amount));
  }
  if (test.is !== 'one-of') throw new Error(`${field} cannot be put to ${test.is}`);
  const { values } = test;
  if (!isReference(values)) return (value) => values.includes(value);
  const named = namesOf(test);
  return (value, scope) => typeof value === 'string' && named(scope).includes(value);
}

/** The words that a test names, by itself or by a column of the row in scope. */
function namesOf(test: Test): (scope: Scope) => readonly string[] {
  const own = namedIn(test);
  if (test.is !== 'one-of' || !isReference(test.values)) return () => own;
  const { ref } = test.values;
  return ({ row }) => {
    const cell = row?.values[ref];
    return Array.isArray(cell) ? cell : own;
  };
}

function lastTakenDecider(test: Test): OfMedicine {
  const missing: Truth = test.known ? 'false' : 'unknown';
  if (test.is === 'answered') return ({ given }) => truth(given.last_taken !== undefined);
  if (!isTimeTest(test)) throw new Error(`last_taken cannot be put to ${test.is}`);
  return (medicine, context, scope) => {
    if (!hasAmount(test, scope, context)) return 'false';
    const dose = lastDose(context, medicine);
    if (!dose) return missing;
    const read = dose.moments.map((instant) => meets(test, { instant }, context, scope));
    const all = read.every((met) => met === read[0]);
    if (!all || read[0] === undefined) return missing;
    // A dose may lie further back than the moment that bounds it, which keeps "not nearer" true but nothing else.
    const settled = !dose.earlier || (test.is === 'time' && test.op === 'nearer' && !read[0]);
    return settled ? truth(read[0]) : missing;
  };
}

/** Whether a medicine has a line in a table: the one at hand, or, where none is, any. */
export function tableDecider(
  test: Test,
  names: Names,
  deciderOf: (condition: Condition) => Decider,
): Decider {
  const tables = namedIn(test);
  const rowTruth = (row: TableRow): Decider | undefined => row.when && deciderOf(row.when);
  const holds: Decider = (context, scope, quiet) =>
    (scope.row && rowTruth(scope.row)?.(context, scope, quiet)) ?? 'true';
  if (!test.negated) {
    return (context, scope, quiet) => {
      medicineIn(scope);
      return scope.row && tables.includes(scope.row.table) ? holds(context, scope, quiet) : 'false';
    };
  }
  return (context, scope, quiet) => {
    let result: Truth = 'false';
    for (const row of rowsOf(tables, medicineIn(scope), names)) {
      const value = holds(context, { ...scope, row }, quiet);
      if (value === 'true') return 'false';
      if (value === 'unknown') result = 'unknown';
    }
    return not(result);
  };
}

function medicineIn({ medicine }: Scope): ScreenedMedicine {
  if (!medicine) throw new Error('in_table is about a medicine');
  return medicine;
}
