import { expect, test } from 'vitest';

import { questionLabel } from '../../src/report/question-label.ts';
import { shippedScreener } from '../support/shipped.ts';

const { ruleSet } = shippedScreener.prepared;

test('a question is called by its label', () => {
  expect(questionLabel('patient.age_years', ruleSet)).toBe('Age');
});

test('what is no question, or has no label, goes by its own name', () => {
  expect(questionLabel('hours_before', ruleSet)).toBe('hours before');
  expect(questionLabel('fever.now', { questions: [] })).toBe('fever.now');
});

test('every shipped question has a short label of its own', () => {
  const labels = ruleSet.questions.map(({ label }) => label ?? '');
  expect(labels.filter((label) => label === '' || label.length > 32)).toEqual([]);
  expect(new Set(labels).size).toBe(labels.length);
});
