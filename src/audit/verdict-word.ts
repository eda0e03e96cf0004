import { evaluateRule } from '../evaluation/evaluate-rule.ts';
import type { Context, PreparedRule } from '../evaluation/context.ts';
import type { Example } from '../rules/schema/rule.ts';

/** What a rule does to a patient, in the word of an example. */
export function verdictWord(rule: PreparedRule, context: Context): Example['expect'] {
  const statuses = evaluateRule(rule, context).map(({ status }) => status);
  if (statuses.includes('fired')) return 'fires';
  return statuses.includes('cannot-tell') ? 'cannot tell' : 'does not fire';
}
