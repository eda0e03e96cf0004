/** Rule sets that differ from a given one by one slip of the pen, of every kind that is easily made. */
import type { Condition } from '../../src/rules/condition.ts';
import { isReference, type Test } from '../../src/rules/phrase.ts';
import type { RuleBody, RuleSet, TableRow } from '../../src/rules/rule-set.ts';
import type { Duration } from '../../src/time/duration.ts';

export interface Mutant {
  /** Where and what: `fasting.clear-liquid when: dropped last_drink.kind`. */
  readonly what: string;
  readonly ruleSet: RuleSet;
}

export function* mutantsOf(ruleSet: RuleSet): Generator<Mutant> {
  yield* ruleMutants(ruleSet);
  yield* parameterMutants(ruleSet);
  yield* tableMutants(ruleSet);
}

function* ruleMutants(ruleSet: RuleSet): Generator<Mutant> {
  for (const [index, rule] of ruleSet.rules.entries()) {
    const put = (now: readonly RuleBody[]): RuleSet => ({
      ...ruleSet,
      rules: ruleSet.rules.toSpliced(index, 1, ...now),
    });
    yield { what: `${rule.id}: deleted`, ruleSet: put([]) };
    for (const key of ['each_medicine', 'when', 'unless'] as const) {
      const condition = rule[key];
      if (!condition) continue;
      for (const { what, now } of slips(condition))
        yield { what: `${rule.id} ${key}: ${what}`, ruleSet: put([{ ...rule, [key]: now }]) };
    }
  }
}

function* parameterMutants(ruleSet: RuleSet): Generator<Mutant> {
  for (const [id, parameter] of Object.entries(ruleSet.parameters)) {
    const { value } = parameter;
    for (const by of [-1, 1]) {
      const moved = typeof value === 'number' ? stepped(value, by) : movedBy(value, by);
      if (!moved && moved !== 0) continue;
      yield {
        what: `${id}: ${by}`,
        ruleSet: {
          ...ruleSet,
          parameters: { ...ruleSet.parameters, [id]: { ...parameter, value: moved } },
        },
      };
    }
  }
}

function* tableMutants(ruleSet: RuleSet): Generator<Mutant> {
  for (const [place, table] of ruleSet.tables.entries()) {
    for (const [index, row] of table.rows.entries()) {
      const put = (...now: readonly TableRow[]): RuleSet => {
        const rows = table.rows.toSpliced(index, 1, ...now);
        return { ...ruleSet, tables: ruleSet.tables.toSpliced(place, 1, { ...table, rows }) };
      };
      const what = `${table.id} ${(row.drug ?? row.class ?? []).join(', ')}`;
      if (table.rows.length > 1) yield { what: `${what}: deleted`, ruleSet: put() };
      if (row.drug && row.drug.length > 1)
        yield {
          what: `${what}: without ${row.drug[0]}`,
          ruleSet: put({ ...row, drug: row.drug.slice(1) }),
        };
      for (const [column, cell] of Object.entries(row.values)) {
        if (typeof cell !== 'object' || !('unit' in cell)) continue;
        const other = table.rows
          .map(({ values }) => values[column])
          .find((each) => JSON.stringify(each ?? cell) !== JSON.stringify(cell));
        const values = [movedBy(cell, -1), movedBy(cell, 1), other];
        for (const value of values) {
          if (value)
            yield {
              what: `${what}: ${column} ${JSON.stringify(value)}`,
              ruleSet: put({ ...row, values: { ...row.values, [column]: value } }),
            };
        }
      }
    }
  }
}

interface Slip {
  readonly what: string;
  readonly now: Condition;
}

function* slips(condition: Condition): Generator<Slip> {
  if (condition.kind === 'test') {
    for (const { what, now } of testSlips(condition.test))
      yield { what: `${condition.fact} ${what}`, now: { ...condition, test: now } };
    return;
  }
  if (condition.kind === 'medicines') {
    for (const { what, now } of slips(condition.where))
      yield { what, now: { ...condition, where: now } };
    return;
  }
  const { of } = condition;
  if (of.length > 1 && condition.kind !== 'none') {
    yield {
      what: `${condition.kind} turned into the other`,
      now: { ...condition, kind: condition.kind === 'all' ? 'any' : 'all' },
    };
  }
  for (const [index, part] of of.entries()) {
    if (of.length > 1)
      yield {
        what: `dropped ${part.kind === 'test' ? part.fact : part.kind}`,
        now: { ...condition, of: of.toSpliced(index, 1) },
      };
    for (const { what, now } of slips(part))
      yield { what, now: { ...condition, of: of.with(index, now) } };
  }
}

function* testSlips(test: Test): Generator<{ readonly what: string; readonly now: Test }> {
  const { negated, ...plain } = test;
  // A table line may lack the column that a length of time refers to: then there is nothing to turn round.
  if (!('amount' in test && isReference(test.amount))) {
    yield { what: 'negated', now: negated ? plain : { ...test, negated: true } };
  }
  if ((test.is === 'number' || test.is === 'count') && !isReference(test.amount)) {
    for (const by of [-1, 1])
      yield { what: `moved by ${by}`, now: { ...test, amount: stepped(test.amount, by) } };
  }
  if (test.is === 'time' && !isReference(test.amount)) {
    for (const by of [-1, 1]) {
      const amount = movedBy(test.amount, by);
      if (amount) yield { what: `moved by ${by}`, now: { ...test, amount } };
    }
  }
  if (test.is === 'one-of' && !isReference(test.values) && test.values.length > 1) {
    yield { what: `without ${test.values[0]}`, now: { ...test, values: test.values.slice(1) } };
  }
  if (test.is === 'includes' && test.values.length > 1)
    yield { what: `without ${test.values[0]}`, now: { ...test, values: test.values.slice(1) } };
}

/** One more or less in the last digit that the number is written with. */
function stepped(value: number, by: number): number {
  const digits = (String(value).split('.')[1] ?? '').length;
  return Number((value + by * 10 ** -digits).toFixed(digits));
}

function movedBy({ count, unit }: Duration, by: number): Duration | undefined {
  return count + by > 0 ? { count: count + by, unit } : undefined;
}
