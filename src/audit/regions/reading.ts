/** What a condition reads, through definitions, look-ups, table lines and the conditions of questions. */
import type { PreparedRule, PreparedRules } from '../../evaluation/context.ts';
import { isReference, type Test } from '../../rules/phrase.ts';
import type { Condition } from '../../rules/condition.ts';
import type { TableRow } from '../../rules/rule-set.ts';

export interface Reading {
  /** Every test that is put to a fact or to a field of a medicine. */
  readonly tests: ReadonlyMap<string, readonly Test[]>;
  readonly tables: ReadonlySet<string>;
  readonly definitions: ReadonlySet<string>;
  readonly lookups: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  /** Columns of table lines. */
  readonly columns: ReadonlySet<string>;
  /** How many medicines at once can make a difference. */
  readonly medicines: number;
}

interface Gathered {
  readonly tests: Map<string, Test[]>;
  readonly tables: Set<string>;
  readonly definitions: Set<string>;
  readonly lookups: Set<string>;
  readonly parameters: Set<string>;
  readonly columns: Set<string>;
  medicines: number;
}

/** The conditions of a rule as they are evaluated: whom it concerns, joined, and who is excepted. */
export function conditionsIn({ condition, body: { unless } }: PreparedRule): Condition[] {
  return unless ? [condition, unless] : [condition];
}

export function readingOf(conditions: readonly Condition[], prepared: PreparedRules): Reading {
  const into: Gathered = {
    tests: new Map(),
    tables: new Set(),
    definitions: new Set(),
    lookups: new Set(),
    parameters: new Set(),
    columns: new Set(),
    medicines: 0,
  };
  for (const condition of conditions) gather(condition, prepared, into);
  return into;
}

function gather(condition: Condition, prepared: PreparedRules, into: Gathered): void {
  if (condition.kind === 'medicines') {
    into.medicines += condition.atLeast;
    return gather(condition.where, prepared, into);
  }
  if (condition.kind !== 'test') {
    for (const part of condition.of) gather(part, prepared, into);
    return;
  }
  const { fact, test } = condition;
  const known = into.tests.get(fact);
  into.tests.set(fact, known ? [...known, test] : [test]);
  gatherReference(test, prepared, into);
  if (fact === 'in_table') gatherTables(test, prepared, into);
  if (known) return;
  if (fact.startsWith('row.')) into.columns.add(fact.slice(4));
  gatherFact(fact, prepared, into);
}

function gatherFact(fact: string, prepared: PreparedRules, into: Gathered): void {
  const definition = prepared.definitions.get(fact);
  if (definition) {
    into.definitions.add(fact);
    gather(definition.when, prepared, into);
  }
  const lookup = prepared.lookups.get(fact);
  if (lookup) {
    into.lookups.add(fact);
    if (!into.tests.has(lookup.from)) into.tests.set(lookup.from, []);
    gatherFact(lookup.from, prepared, into);
  }
  const question = prepared.questions.get(fact);
  if (question?.when) gather(question.when, prepared, into);
}

function gatherReference(test: Test, prepared: PreparedRules, into: Gathered): void {
  const value = 'amount' in test ? test.amount : 'values' in test ? test.values : undefined;
  if (!isReference(value)) return;
  if (prepared.parameters.has(value.ref)) into.parameters.add(value.ref);
  else into.columns.add(value.ref);
}

function gatherTables(test: Test, prepared: PreparedRules, into: Gathered): void {
  if (test.is !== 'one-of' || isReference(test.values)) return;
  for (const name of test.values.map(String)) {
    if (into.tables.has(name)) continue;
    into.tables.add(name);
    for (const { when } of rowsOfTable(name, prepared)) if (when) gather(when, prepared, into);
  }
}

export function rowsOfTable(id: string, { ruleSet }: PreparedRules): readonly TableRow[] {
  return ruleSet.tables.find((table) => table.id === id)?.rows ?? [];
}
