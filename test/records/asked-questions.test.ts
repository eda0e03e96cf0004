import { expect, test } from 'vitest';

import { askedQuestions } from '../../src/records/asked-questions.ts';
import { healthyWith } from '../support/generated-intake.ts';
import { screenRaw, shipped } from '../support/shipped.ts';

const raw = healthyWith({ 'driver.arranged': null });
const answers = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== null));
const asked = askedQuestions(shipped.ruleSet, answers, screenRaw(raw));

test('those that were answered or are still to ask, with their words and choices', () => {
  const facts = asked.map(({ id }) => id);
  expect(new Set(facts)).toEqual(new Set([...Object.keys(answers), 'driver.arranged']));
  expect(asked.find(({ id }) => id === 'patient.sex')).toEqual({
    id: 'patient.sex',
    ask: expect.stringMatching(/\?$/),
    choices: expect.objectContaining({ female: expect.any(String) }),
  });
});

test('in the order of the call', () => {
  const sections = shipped.ruleSet.sections.map(({ id }) => id);
  const places = asked.map(({ id }) => {
    const question = shipped.ruleSet.questions.find((each) => each.id === id);
    return sections.indexOf(question?.section ?? '');
  });
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});
