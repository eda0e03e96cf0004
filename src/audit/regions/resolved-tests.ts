import type { PreparedRules } from '../../evaluation/context.ts';
import { isReference, type Test } from '../../rules/phrase.ts';
import type { TableRow } from '../../rules/rule-set.ts';
import type { Duration } from '../../time/duration.ts';

/** The test with every value that its reference can stand for: that of a parameter, or of the lines of a table. */
export function resolvedTests(
  test: Test,
  prepared: PreparedRules,
  rows: Iterable<TableRow>,
): Test[] {
  if (!('amount' in test) || !isReference(test.amount)) return [test];
  const { ref } = test.amount;
  const amounts: (number | Duration)[] = [];
  const parameter = prepared.parameters.get(ref);
  if (parameter !== undefined) amounts.push(parameter);
  for (const { values } of rows) {
    const cell = values[ref];
    if (typeof cell === 'object' && 'unit' in cell) amounts.push(cell);
  }
  return amounts.flatMap((amount) => withAmount(test, amount));
}

function withAmount(test: Extract<Test, { amount: unknown }>, amount: number | Duration): Test[] {
  if (test.is === 'time') return typeof amount === 'number' ? [] : [{ ...test, amount }];
  return typeof amount === 'number' ? [{ ...test, amount }] : [];
}

/** Lengths of time that tests put between a moment and the procedure. */
export function durationsOf(tests: readonly Test[]): Duration[] {
  return tests.flatMap((test) =>
    test.is === 'time' && !isReference(test.amount) ? [test.amount] : [],
  );
}

/** Every different one once. */
export function distinct<T>(items: readonly T[]): T[] {
  const seen = new Map<string, T>();
  for (const item of items) {
    const key = JSON.stringify(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}
