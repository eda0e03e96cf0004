import type { RuleSet } from '../rules/rule-set.ts';

/** What a question is about in a few words; a fact that is no question by its own name. */
export function questionLabel(fact: string, { questions }: Pick<RuleSet, 'questions'>): string {
  const label = questions.find(({ id }) => id === fact)?.label;
  return label ?? (fact.includes('.') ? fact : fact.replaceAll('_', ' '));
}
