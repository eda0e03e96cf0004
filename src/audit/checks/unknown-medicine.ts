import { didYouMean } from '../../source/suggest.ts';
import { isReference } from '../../rules/phrase.ts';
import { conditionsOf, type RuleSet, testsOf } from '../../rules/rule-set.ts';
import type { Condition } from '../../rules/condition.ts';
import { type Check, type Fault, placeOf } from '../check.ts';

export const unknownMedicine: Check = {
  code: 'unknown-medicine',
  severity: 'error',
  explanation:
    'A rule or a table that names an ingredient or a class which the formulary lacks can never apply to anybody. ' +
    'Correct the name, or add the ingredient to the formulary.',
  *run(audited) {
    const { ruleSet, vocabulary } = audited.rules;
    const drugs = new Set(vocabulary.ingredients.map(({ name }) => name));
    const classes = new Set(vocabulary.ingredients.flatMap((each) => each.classes));
    const fault = (kind: string, name: string, key: string, known: ReadonlySet<string>): Fault => ({
      message: `the formulary has no ${kind} \`${name}\``,
      span: placeOf(audited, key),
      ...didYouMean(name, known),
    });
    for (const { id, rows } of ruleSet.tables) {
      for (const { drug = [], class: named = [] } of rows) {
        for (const name of drug)
          if (!drugs.has(name)) yield fault('ingredient', name, `tables:${id}`, drugs);
        for (const name of named)
          if (!classes.has(name)) yield fault('class', name, `tables:${id}`, classes);
      }
    }
    for (const { key, condition } of placedConditions(ruleSet)) {
      for (const { fact, test } of testsOf(condition)) {
        if (test.is !== 'one-of' || isReference(test.values)) continue;
        const known = fact === 'ingredient' ? drugs : fact === 'class' ? classes : undefined;
        for (const name of known ? test.values.map(String) : []) {
          if (known && !known.has(name)) yield fault(fact, name, key, known);
        }
      }
    }
  },
};

/** Every condition of the rule set, with where it was declared. */
function* placedConditions({ rules, definitions, questions, tables }: RuleSet): Generator<{
  readonly key: string;
  readonly condition: Condition;
}> {
  for (const rule of rules) {
    for (const condition of conditionsOf(rule)) yield { key: `rules:${rule.id}`, condition };
  }
  for (const { id, when } of definitions) yield { key: `definitions:${id}`, condition: when };
  for (const { id, when } of questions) if (when) yield { key: `questions:${id}`, condition: when };
  for (const { id, rows } of tables) {
    for (const { when } of rows) if (when) yield { key: `tables:${id}`, condition: when };
  }
}
