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
import type { Question } from '../rules/schema/question.ts';
import type { Definition } from '../rules/schema/rule.ts';
import type { Lookup } from '../rules/schema/rule-file.ts';
import type { Duration } from '../time/duration.ts';

/** A rule with its conditions joined, and the table whose lines it goes through. */
export interface PreparedRule {
  readonly body: RuleBody;
  readonly condition: Condition;
  readonly needs: ReadonlySet<string>;
  /** Whether it asks how long ago the last dose was, so that pausing a medicine can clear it. */
  readonly asksLastDose: boolean;
}

/** A rule set with the look-ups that evaluation needs, made once. */
export interface PreparedRules {
  readonly ruleSet: RuleSet;
  readonly rules: readonly PreparedRule[];
  readonly questions: ReadonlyMap<string, Question>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly lookups: ReadonlyMap<string, Lookup>;
  readonly parameters: ReadonlyMap<string, number | Duration>;
  readonly rowsByDrug: ReadonlyMap<string, ReadonlyMap<string, readonly TableRow[]>>;
  readonly rowsByClass: ReadonlyMap<string, ReadonlyMap<string, readonly TableRow[]>>;
  /** For each question, the rules that read it, directly or through a definition. */
  readonly readers: ReadonlyMap<string, readonly string[]>;
}

export function prepareRules(ruleSet: RuleSet): PreparedRules {
  const definitions = new Map(ruleSet.definitions.map((each) => [each.id, each]));
  return {
    ruleSet,
    rules: ruleSet.rules.map((body) => prepareRule(body, definitions)),
    questions: new Map(ruleSet.questions.map((each) => [each.id, each])),
    definitions,
    lookups: new Map(ruleSet.lookups.map((each) => [each.id, each])),
    parameters: new Map(Object.values(ruleSet.parameters).map(({ id, value }) => [id, value])),
    rowsByDrug: new Map(ruleSet.tables.map((table) => [table.id, rowsBy(table, 'drug')])),
    rowsByClass: new Map(ruleSet.tables.map((table) => [table.id, rowsBy(table, 'class')])),
    readers: readersOf(ruleSet, definitions),
  };
}

export function prepareRule(
  body: RuleBody,
  definitions: ReadonlyMap<string, Definition>,
): PreparedRule {
  const condition = every([body.each_medicine, body.when].filter((each) => each !== undefined));
  const asked = new Set(testedFacts(condition, definitions));
  return { body, condition, needs: new Set(body.needs), asksLastDose: asked.has('last_taken') };
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
