import { type RuleSet, SCREENING_DAY } from './rule-set.ts';
import type { Question } from './schema/question.ts';

/** What sort of answer a fact holds, and its choices where it has any. */
export interface FactKind {
  readonly type: Question['type'];
  readonly choices?: readonly string[];
}

/** Every fact that a condition may test: the questions, the definitions, the lookups, the day of the screening. */
export function factKinds(ruleSet: RuleSet): Map<string, FactKind> {
  const kinds = new Map<string, FactKind>();
  for (const question of ruleSet.questions) {
    const choices = 'choices' in question ? { choices: Object.keys(question.choices) } : {};
    kinds.set(question.id, { type: question.type, ...choices });
  }
  for (const { id } of ruleSet.definitions) kinds.set(id, { type: 'yes-no' });
  for (const { id, choices } of ruleSet.lookups) kinds.set(id, { type: 'choice', choices });
  kinds.set(SCREENING_DAY, { type: 'choice', choices: ['before', 'on-the-day'] });
  return kinds;
}
