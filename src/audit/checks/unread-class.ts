import { isReference } from '../../rules/phrase.ts';
import { testsOf } from '../../rules/rule-set.ts';
import { type Audited, type Check, placeOf } from '../check.ts';
import { allConditions } from '../uses.ts';

export const unreadClass: Check = {
  code: 'unread-class',
  severity: 'error',
  explanation:
    'The formulary gives a reason why a class of medicines matters before an injection, and no rule or table reads it, ' +
    'nor names each of its medicines: whoever takes one of them hears nothing. Write a rule for the class, or take the reason away.',
  *run(audited) {
    const { vocabulary } = audited.rules;
    const { classes, ingredients } = readNames(audited);
    for (const { id, why } of vocabulary.classes) {
      if (why === undefined || classes.has(id)) continue;
      const unread = vocabulary.ingredients.filter(
        (each) =>
          each.classes.includes(id) &&
          !ingredients.has(each.name) &&
          !each.classes.some((other) => classes.has(other)),
      );
      if (unread.length === 0) continue;
      yield {
        message: `no rule reads the class \`${id}\`: ${unread
          .map(({ name }) => name)
          .slice(0, 3)
          .join(', ')}`,
        span: placeOf(audited, `classes:${id}`),
      };
    }
  },
};

/** The classes and ingredients that a condition or a table line names. */
function readNames({
  rules: { ruleSet },
}: Audited): Record<'classes' | 'ingredients', Set<string>> {
  const classes = new Set<string>();
  const ingredients = new Set<string>();
  for (const { rows } of ruleSet.tables) {
    for (const row of rows) {
      for (const name of row.class ?? []) classes.add(name);
      for (const name of row.drug ?? []) ingredients.add(name);
    }
  }
  for (const condition of allConditions(ruleSet)) {
    for (const { fact, test } of testsOf(condition)) {
      if (test.is !== 'one-of' || isReference(test.values)) continue;
      const into = fact === 'class' ? classes : fact === 'ingredient' ? ingredients : undefined;
      for (const name of test.values) into?.add(String(name));
    }
  }
  return { classes, ingredients };
}
