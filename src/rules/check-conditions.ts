/** Checks that every test of a condition can be put to its fact, where it stands. */
import type { Span } from '../source/diagnostic.ts';
import { type FactKind, factKinds } from './fact-kinds.ts';
import { isReference, type Test } from './phrase.ts';
import { conditionsOf, isMedicineField, type RuleSet, ROW_PREFIX } from './rule-set.ts';
import type { Condition } from './condition.ts';
import type { Column } from './schema/table.ts';
import { testFault } from './test-fault.ts';

/** A rule set and where each part of it was declared. */
export interface DeclaredRules {
  readonly ruleSet: RuleSet;
  readonly spans: ReadonlyMap<string, Span>;
}

export type Report = (code: string, message: string, span: Span, known?: Iterable<string>) => void;

/** A condition, where it was declared, and whether it is decided for one medicine. */
interface Placed {
  readonly condition: Condition;
  readonly span: Span;
  readonly ofMedicine: boolean;
}

interface PlacedTest {
  readonly fact: string;
  readonly test: Test;
  readonly span: Span;
  readonly ofMedicine: boolean;
}

interface Known {
  readonly ruleSet: RuleSet;
  readonly kinds: ReadonlyMap<string, FactKind>;
  readonly columns: ReadonlyMap<string, readonly Column[]>;
}

export function checkConditions(declared: DeclaredRules, report: Report): void {
  const { ruleSet } = declared;
  const known = { ruleSet, kinds: factKinds(ruleSet), columns: columnsOf(ruleSet) };
  for (const placed of conditionsIn(declared)) {
    for (const each of testsIn(placed)) {
      checkPlace(each, report);
      checkFact(each, known, report);
      checkReference(each, known, report);
    }
  }
}

function* conditionsIn({ ruleSet, spans }: DeclaredRules): Generator<Placed> {
  const place = (key: string): Span => {
    const span = spans.get(key);
    if (!span) throw new Error(`nothing declared as ${key}`);
    return span;
  };
  for (const rule of ruleSet.rules) {
    const at = { span: place(`rules:${rule.id}`), ofMedicine: rule.each_medicine !== undefined };
    for (const condition of conditionsOf(rule)) yield { ...at, condition };
  }
  for (const { id, when } of ruleSet.definitions) {
    yield { condition: when, span: place(`definitions:${id}`), ofMedicine: false };
  }
  for (const { id, when } of ruleSet.questions) {
    if (when) yield { condition: when, span: place(`questions:${id}`), ofMedicine: false };
  }
  for (const { id, rows } of ruleSet.tables) {
    for (const { when } of rows)
      if (when) yield { condition: when, span: place(`tables:${id}`), ofMedicine: true };
  }
}

function* testsIn({ condition, ...at }: Placed): Generator<PlacedTest> {
  if (condition.kind === 'test') yield { fact: condition.fact, test: condition.test, ...at };
  else if (condition.kind === 'medicines')
    yield* testsIn({ ...at, condition: condition.where, ofMedicine: true });
  else for (const part of condition.of) yield* testsIn({ ...at, condition: part });
}

function checkPlace({ fact, test, span, ofMedicine }: PlacedTest, report: Report): void {
  const needsMedicine =
    isMedicineField(fact) ||
    fact.startsWith(ROW_PREFIX) ||
    test.is === 'after-last-dose' ||
    isColumnList(test);
  if (ofMedicine || !needsMedicine) return;
  report(
    'wrong-place',
    `\`${fact}\` is tested here as of one medicine, and no medicine is at hand`,
    span,
  );
}

function isColumnList(test: Test): boolean {
  return test.is === 'one-of' && isReference(test.values);
}

function checkFact(
  { fact, test, span }: PlacedTest,
  { ruleSet, kinds, columns }: Known,
  report: Report,
): void {
  if (fact.startsWith(ROW_PREFIX)) {
    const name = fact.slice(ROW_PREFIX.length);
    const column = columns.get(name);
    if (!column) {
      const known = [...columns.keys()].map((each) => ROW_PREFIX + each);
      report('unknown-column', `no table has the column \`${fact}\``, span, known);
    } else if (!column.some((each) => canTest(each, test))) {
      report('wrong-test', `\`${fact}\` is a column that cannot be tested so`, span);
    }
    return;
  }
  const kind = kinds.get(fact);
  if (!kind) {
    report('unknown-fact', `no question or definition \`${fact}\``, span, kinds.keys());
    return;
  }
  const fault = testFault(kind, test);
  if (fault !== undefined) report('wrong-test', `\`${fact}\` ${fault}`, span);
  else if (fact === 'in_table' && test.is === 'one-of' && !isReference(test.values)) {
    const tables = ruleSet.tables.map(({ id }) => id);
    for (const name of test.values.map(String)) {
      if (!tables.includes(name)) report('unknown-table', `no table \`${name}\``, span, tables);
    }
  }
}

/** A cell is there, or is one of some words; its choices are those of the column. */
function canTest(column: Column, test: Test): boolean {
  if (test.is === 'answered') return true;
  if (test.is !== 'one-of' || isReference(test.values)) return false;
  return (
    column.type === 'text' || (column.type === 'choice' && testFault(column, test) === undefined)
  );
}

function checkReference(
  { fact, test, span }: PlacedTest,
  { ruleSet, columns }: Known,
  report: Report,
): void {
  const amount = test.is === 'one-of' ? test.values : 'amount' in test ? test.amount : undefined;
  if (!isReference(amount)) return;
  const name = amount.ref;
  const value = ruleSet.parameters[name]?.value;
  const types = (columns.get(name) ?? []).map(({ type }) => type);
  if (value === undefined && types.length === 0) {
    const known = [...Object.keys(ruleSet.parameters), ...columns.keys()];
    report('unknown-parameter', `no parameter or column \`${name}\``, span, known);
  } else if (test.is === 'time') {
    if (typeof value === 'object' || types.includes('duration')) return;
    report('wrong-test', `\`${name}\` is no length of time`, span);
  } else if (test.is === 'one-of') {
    if (!types.includes('list'))
      report('wrong-test', `\`${name}\` is no column that holds a list`, span);
  } else if (typeof value !== 'number' || isMedicineField(fact)) {
    report('wrong-test', `\`${name}\` is no number that can stand here`, span);
  }
}

/** The columns of all tables by name; several tables may have one of the same name. */
export function columnsOf({ tables }: RuleSet): Map<string, Column[]> {
  const columns = new Map<string, Column[]>();
  for (const table of tables) {
    for (const [name, column] of Object.entries(table.columns)) {
      columns.set(name, [...(columns.get(name) ?? []), column]);
    }
  }
  return columns;
}
