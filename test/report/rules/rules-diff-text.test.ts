import { describe, expect, test } from 'vitest';

import { diffRules } from '../../../src/audit/diff/diff.ts';
import { PLAIN } from '../../../src/report/palette.ts';
import { rulesDiffMarkdown } from '../../../src/report/rules/rules-diff-markdown.ts';
import { rulesDiffText, witnessText } from '../../../src/report/rules/rules-diff-text.ts';
import { bench } from '../../support/audit-bench.ts';

const questions = [{ id: 'temperature', type: 'number', between: [30, 45] }];
const rules = (limit: number): { id: string; when: object[] }[] => [
  { id: 'fever', when: [{ temperature: `at least ${limit}` }] },
];
const healthy = { temperature: 36.7 };
const diff = diffRules(
  bench({ questions, healthy, rules: rules(38) }),
  bench({ questions, healthy, rules: rules(39) }),
);

describe('a difference in words', () => {
  const text = rulesDiffText(diff, PLAIN);

  test('shows what was written before and what is now', () => {
    expect(text).toContain('when: temperature: at least 38');
    expect(text).toContain('when: temperature: at least 39');
  });

  test('names the change, the rule and one such patient', () => {
    expect(text).toContain('LOOSER    fever: HOLD -> GO');
    expect(text).toContain('for example: the healthy patient with temperature: 38');
  });

  test('says that nobody else changes, and why', () => {
    expect(text).toContain('PROVED: no patient outside the conditions of fever changes.');
  });

  test('is a table in Markdown', () => {
    expect(rulesDiffMarkdown(diff)).toContain('| **looser** | `fever` | HOLD | GO |');
  });

  test('is one line when there is none', () => {
    expect(rulesDiffText({ parts: [], changes: [], untouched: 1, rules: 1 }, PLAIN)).toBe(
      'No differences.\n',
    );
  });
});

test('a witness reads like an example', () => {
  expect(witnessText({ a: true, b: null, c: [{ name: 'x', last_taken: 'y' }] })).toBe(
    'the healthy patient with a: yes, b: not asked, c: [{name: x, last_taken: y}]',
  );
  expect(witnessText({})).toBe('the healthy patient');
});
