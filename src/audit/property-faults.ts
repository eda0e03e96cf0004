import { type DeclaredProperty, statedRule } from '../rules/read-properties.ts';
import type { Diagnostic, Span } from '../source/diagnostic.ts';
import { type Audited, runCheck } from './check.ts';
import { reviewDue } from './checks/review-due.ts';
import { unknownMedicine } from './checks/unknown-medicine.ts';

/** What the checks of rules find in the properties: a review that is due, a medicine that nobody can take. */
export function propertyFaults(
  declared: readonly DeclaredProperty[],
  audited: Audited,
): Diagnostic[] {
  const stated = declared.map(({ property, span }) => ({ rule: statedRule(property), span }));
  const alone: Audited = {
    ...audited,
    rules: {
      ...audited.rules,
      ruleSet: {
        ...audited.rules.ruleSet,
        rules: stated.map(({ rule }) => rule),
        definitions: [],
        questions: [],
        tables: [],
      },
      spans: new Map(stated.map(({ rule, span }): [string, Span] => [`rules:${rule.id}`, span])),
    },
  };
  return [reviewDue, unknownMedicine].flatMap((check) => runCheck(check, alone));
}
