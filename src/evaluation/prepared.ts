import {
  conditionsOf,
  isMedicineField,
  type RuleBody,
  type RuleSet,
  type RuleTable,
  ROW_PREFIX,
  type TableRow,
  testsOf,
} from '../rules/rule-set.ts';
import { type Condition, every } from '../rules/condition.ts';
import type { Definition } from '../rules/schema/rule.ts';
import { rememberLines } from './concerns.ts';
import { type Around, decidersFor } from './condition-deciders.ts';
import type { PreparedRule, PreparedRules } from './context.ts';
import type { Names } from './names.ts';
import { ruledOutBy, without } from './ruled-out.ts';
import { isTimeTest } from './time-test.ts';

export function prepareRules(ruleSet: RuleSet, around?: Around): PreparedRules {
  const definitions = new Map(ruleSet.definitions.map((each) => [each.id, each]));
  const names: Names = {
    questions: new Map(ruleSet.questions.map((each) => [each.id, each])),
    definitions,
    lookups: new Map(ruleSet.lookups.map((each) => [each.id, each])),
    parameters: parametersOf(ruleSet),
    rowsByDrug: new Map(ruleSet.tables.map((table) => [table.id, rowsBy(table, 'drug')])),
    rowsByClass: new Map(ruleSet.tables.map((table) => [table.id, rowsBy(table, 'class')])),
  };
  const rules = ruleSet.rules.map((body) => prepareRule(body, definitions));
  const own = { rules, readers: readersOf(ruleSet, definitions) };
  return assembled(ruleSet, names, own, around);
}

function assembled(
  ruleSet: RuleSet,
  names: Names,
  own: Pick<PreparedRules, 'rules' | 'readers'>,
  around?: Around,
): PreparedRules {
  return {
    ...names,
    ...own,
    ruleSet,
    deciderOf: decidersFor(names, around),
    linesFor: rememberLines(),
    ruledOut: ruledOutBy(own.rules, names),
  };
}

/** The same rules with a table that reads otherwise. */
export function withTable(prepared: PreparedRules, ruleSet: RuleSet, id: string): PreparedRules {
  const table = ruleSet.tables.find((each) => each.id === id);
  if (!table) throw new Error(`no table ${id}`);
  const { rowsByDrug, rowsByClass } = prepared;
  const names = {
    ...namesIn(prepared),
    rowsByDrug: new Map([...rowsByDrug, [id, rowsBy(table, 'drug')]]),
    rowsByClass: new Map([...rowsByClass, [id, rowsBy(table, 'class')]]),
  };
  const { rules, readers, ruledOut } = prepared;
  // No table is looked at to rule a rule out by an answer.
  return { ...assembled(ruleSet, names, { rules, readers }), ruledOut };
}

/** The same rules with other values of parameters. */
export function withParameters(prepared: PreparedRules, ruleSet: RuleSet): PreparedRules {
  const { rules, readers } = prepared;
  const names = { ...namesIn(prepared), parameters: parametersOf(ruleSet) };
  return assembled(ruleSet, names, { rules, readers });
}

/** The same names with another version of one rule, or without it. */
export function withRule(prepared: PreparedRules, ruleSet: RuleSet, id: string): PreparedRules {
  const body = ruleSet.rules.find((each) => each.id === id);
  const rules = prepared.rules.flatMap((rule) => {
    if (rule.body.id !== id) return [rule];
    return body ? [prepareRule(body, prepared.definitions)] : [];
  });
  const { deciderOf, linesFor, readers } = prepared;
  const now = { ...assembled(ruleSet, namesIn(prepared), { rules, readers }), deciderOf, linesFor };
  if (!body) return now;
  const index = rules.findIndex((rule) => rule.body.id === id);
  return { ...now, ruledOut: (context) => without(prepared.ruledOut(context), index) };
}

function namesIn({
  questions,
  definitions,
  lookups,
  parameters,
  rowsByDrug,
  rowsByClass,
}: PreparedRules): Names {
  return { questions, definitions, lookups, parameters, rowsByDrug, rowsByClass };
}

function parametersOf({ parameters }: RuleSet): Names['parameters'] {
  return new Map(Object.values(parameters).map(({ id, value }) => [id, value]));
}

export function prepareRule(
  body: RuleBody,
  definitions: ReadonlyMap<string, Definition>,
): PreparedRule {
  const condition = every([body.each_medicine, body.when].filter((each) => each !== undefined));
  const asked = new Set(testedFacts(condition, definitions));
  return {
    body,
    condition,
    needs: new Set(body.needs),
    asksLastDose: asked.has('last_taken'),
    isWindow: [...testsOf(condition)].some(
      ({ fact, test }) => fact === 'last_taken' && isTimeTest(test),
    ),
    sought: soughtIn(condition),
  };
}

function soughtIn(condition: Condition): Map<string, Set<string>> {
  const sought = new Map<string, Set<string>>();
  for (const { fact, test } of testsOf(condition)) {
    if (test.is !== 'includes' || test.negated) continue;
    sought.set(fact, new Set([...(sought.get(fact) ?? []), ...test.values]));
  }
  return sought;
}

function rowsBy(table: RuleTable, key: 'drug' | 'class'): Map<string, TableRow[]> {
  const rows = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    for (const name of row[key] ?? []) rows.set(name, [...(rows.get(name) ?? []), row]);
  }
  return rows;
}

function readersOf(
  ruleSet: RuleSet,
  definitions: ReadonlyMap<string, Definition>,
): Map<string, string[]> {
  const readers = new Map<string, string[]>();
  for (const rule of ruleSet.rules) {
    const facts = new Set(rule.needs);
    for (const condition of conditionsOf(rule)) {
      for (const fact of factsOf(condition, definitions)) facts.add(fact);
    }
    for (const fact of facts) readers.set(fact, [...(readers.get(fact) ?? []), rule.id]);
  }
  return readers;
}

/** The questions that a condition reads, through definitions too. */
function* factsOf(
  condition: Condition,
  definitions: ReadonlyMap<string, Definition>,
): Generator<string> {
  for (const fact of testedFacts(condition, definitions)) {
    if (!isMedicineField(fact) && !fact.startsWith(ROW_PREFIX)) yield fact;
  }
}

function* testedFacts(
  condition: Condition,
  definitions: ReadonlyMap<string, Definition>,
): Generator<string> {
  for (const { fact } of testsOf(condition)) {
    const definition = definitions.get(fact);
    if (definition) yield* testedFacts(definition.when, definitions);
    else yield fact;
  }
}
