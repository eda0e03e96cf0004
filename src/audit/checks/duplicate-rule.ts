import { canonicalJson } from '../../rules/canonical.ts';
import type { Condition } from '../../rules/condition.ts';
import type { RuleBody } from '../../rules/rule-set.ts';
import { type Check, placeOf } from '../check.ts';

export const duplicateRule: Check = {
  code: 'duplicate-rule',
  severity: 'error',
  explanation:
    'Two rules with the same conditions and the same outcome say everything twice, and whoever corrects one of them ' +
    'believes that both are corrected. Keep one, with the sources and examples of both.',
  *run(audited) {
    const first = new Map<string, string>();
    for (const rule of audited.rules.ruleSet.rules) {
      const { id, outcome, urgency } = rule;
      // Notes for the same patients may well say different things.
      const said = outcome === 'go' ? [rule.message, rule.instructions] : [];
      const key = canonicalJson([conditionsText(rule), outcome, urgency, ...said]);
      const known = first.get(key);
      if (known === undefined) first.set(key, id);
      else
        yield {
          message: `\`${id}\` has the conditions and the outcome of \`${known}\``,
          span: placeOf(audited, `rules:${id}`),
          help: 'keep one of them, with the sources and examples of both',
        };
    }
  },
};

/** The conditions of a rule as a text that the order of what is joined does not change. */
export function conditionsText({ each_medicine, when, unless }: RuleBody): string {
  return [each_medicine, when, unless].map((each) => (each ? sortedText(each) : '-')).join(' | ');
}

function sortedText(condition: Condition): string {
  if (condition.kind === 'test') return canonicalJson(condition);
  if (condition.kind === 'medicines')
    return `medicines ${condition.atLeast} (${sortedText(condition.where)})`;
  return `${condition.kind} (${condition.of.map(sortedText).toSorted().join(' ')})`;
}
