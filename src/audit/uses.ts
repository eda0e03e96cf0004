import { isReference } from '../rules/phrase.ts';
import { conditionsOf, type RuleSet, testsOf } from '../rules/rule-set.ts';
import type { Condition } from '../rules/condition.ts';
import { slotsOf } from '../rules/slots.ts';

/** Everything that the rules name somewhere. */
export interface Uses {
  readonly facts: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

export function usesOf(ruleSet: RuleSet): Uses {
  const facts = new Set(ruleSet.lookups.map(({ from }) => from));
  const parameters = new Set<string>();
  for (const condition of allConditions(ruleSet)) {
    for (const { fact, test } of testsOf(condition)) {
      facts.add(fact);
      if ('amount' in test && isReference(test.amount)) parameters.add(test.amount.ref);
    }
  }
  for (const rule of ruleSet.rules) {
    for (const name of slotsOf(rule)) parameters.add(name);
    for (const { at } of rule.instructions ?? []) {
      for (const by of [at?.before, at?.after]) if (isReference(by)) parameters.add(by.ref);
    }
  }
  return { facts, parameters, sources: citedSources(ruleSet) };
}

/** Every condition of the rule set: of rules, definitions, questions and table lines. */
export function* allConditions(ruleSet: RuleSet): Generator<Condition> {
  for (const rule of ruleSet.rules) yield* conditionsOf(rule);
  for (const { when } of ruleSet.definitions) yield when;
  for (const { when } of ruleSet.questions) if (when) yield when;
  for (const { rows } of ruleSet.tables) {
    for (const { when } of rows) if (when) yield when;
  }
}

function citedSources({ rules, definitions, tables }: RuleSet): Set<string> {
  const cited = [
    ...rules.flatMap(({ sources }) => sources),
    ...definitions.flatMap(({ sources }) => sources),
    ...tables.flatMap(({ rows }) => rows.flatMap(({ sources }) => sources)),
  ];
  return new Set(cited.map(({ id }) => id));
}
