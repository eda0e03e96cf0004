import { isReference } from '../../rules/phrase.ts';
import { conditionsOf, type RuleSet, type RuleTable, testsOf } from '../../rules/rule-set.ts';
import { type Check, placeOf } from '../check.ts';

export const unlistedIngredient: Check = {
  code: 'unlisted-ingredient',
  severity: 'error',
  explanation:
    'A table lists the medicines of a class one by one, an ingredient of that class stands in none of its lines, and no ' +
    'rule catches those without a line (`in_table: not …`): whoever takes it hears nothing. Add a line, or such a rule.',
  *run(audited) {
    const { ruleSet, vocabulary } = audited.rules;
    for (const table of ruleSet.tables) {
      if (isCaught(table, ruleSet)) continue;
      const { drugs, classes } = namesIn(table);
      const isListed = (each: { name: string; classes: readonly string[] }): boolean =>
        drugs.has(each.name) || each.classes.some((name) => classes.has(name));
      for (const id of classesRead(table, ruleSet)) {
        const own = vocabulary.ingredients.filter((each) => each.classes.includes(id));
        if (!own.some(({ name }) => drugs.has(name))) continue;
        for (const each of own.filter((one) => !isListed(one))) {
          yield {
            message: `\`${each.name}\` is of the class ${id} and stands in no line of \`${table.id}\``,
            span: placeOf(audited, `tables:${table.id}`),
          };
        }
      }
    }
  },
};

function namesIn({ rows }: RuleTable): Record<'drugs' | 'classes', Set<string>> {
  return {
    drugs: new Set(rows.flatMap(({ drug = [] }) => drug)),
    classes: new Set(rows.flatMap((row) => row.class ?? [])),
  };
}

/** Whether a rule looks at the medicines that have no line. */
function isCaught({ id }: RuleTable, { rules }: RuleSet): boolean {
  return rules.some((rule) =>
    [...conditionsOf(rule)]
      .flatMap((condition) => [...testsOf(condition)])
      .some(({ fact, test }) => fact === 'in_table' && test.negated === true && names(test, id)),
  );
}

/** The classes that a rule asks for together with a line of the table. */
function classesRead({ id }: RuleTable, { rules }: RuleSet): Set<string> {
  const found = new Set<string>();
  for (const rule of rules) {
    const tests = rule.each_medicine ? [...testsOf(rule.each_medicine)] : [];
    if (!tests.some(({ fact, test }) => fact === 'in_table' && names(test, id))) continue;
    for (const { fact, test } of tests) {
      if (fact !== 'class' || test.negated || test.is !== 'one-of' || isReference(test.values))
        continue;
      for (const name of test.values) found.add(String(name));
    }
  }
  return found;
}

function names(test: Parameters<typeof isReference>[0], id: string): boolean {
  return (
    typeof test === 'object' &&
    test !== null &&
    'values' in test &&
    Array.isArray(test.values) &&
    test.values.includes(id)
  );
}
