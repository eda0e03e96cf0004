import { expect, test } from 'vitest';

import { checkTexts } from '../../src/rules/check-texts.ts';
import type { RuleBody } from '../../src/rules/rule-set.ts';
import { shipped } from '../support/shipped.ts';

/** The shipped rules with one of them changed, and the names that the check reports in it. */
function slotsReported(id: string, change: Partial<RuleBody>): string[] {
  const rules = shipped.ruleSet.rules.map((rule) =>
    rule.id === id ? { ...rule, ...change } : rule,
  );
  const span = { source: { file: 'rules.yaml', text: '' }, start: 0, end: 0 };
  const spans = new Map(rules.map((rule) => [`rules:${rule.id}`, span]));
  const reported: string[] = [];
  checkTexts({ ruleSet: { ...shipped.ruleSet, rules }, spans }, (code, message) =>
    reported.push(`${code} ${message}`),
  );
  return reported;
}

test('a name that nothing fills in is reported', () => {
  expect(slotsReported('fasting.solid-food', { message: 'Eaten {sinse} before.' })).toEqual([
    'unknown-slot nothing to fill in for `sinse`',
  ]);
});

test('so is one in the words for asking the prescriber', () => {
  expect(slotsReported('sglt2.window', { ask_prescriber: '{medicine}, {dayz}?' })).toHaveLength(1);
});

test('a medicine cannot be named by a rule that looks at none', () => {
  expect(slotsReported('fasting.solid-food', { message: '{medicine} was eaten.' })).toHaveLength(1);
});

test('answers, parameters, columns and the times of the finding can be named', () => {
  const message = '{medicine}: {since}, {needed}, {hold}, {risk.age_years}, {last_meal.kind}';
  expect(slotsReported('thinners.hold-window', { message })).toEqual([]);
});
