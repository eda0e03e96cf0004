import { expect, test } from 'vitest';

import { Recogniser } from '../../../src/medicines/recogniser.ts';
import { shippedVocabulary } from '../../support/shipped.ts';

const recogniser = new Recogniser(shippedVocabulary);

test.each([
  'metoprolol or something',
  'maybe lisinopril',
  'lisinopril shot',
  'Lipitor injection',
  'metoprolol / pill',
])('`%s` may be another medicine: it is asked about, and the name offered', (text) => {
  const { match, suggestions } = recogniser.recognise(text);
  expect(match).toBe('none');
  expect(suggestions).toHaveLength(1);
});

test.each([
  ['Eliquis or something', 'apixaban'],
  ['maybe Plavix', 'clopidogrel'],
  ['metformin injection', 'metformin'],
  ['Eliquis shot', 'apixaban'],
])('`%s` is kept as %s, for a rule concerns it', (text, generic) => {
  expect(recogniser.recognise(text)).toMatchObject({ generic });
  expect(recogniser.recognise(text).route).toBeUndefined();
});

test.each([
  'gabapentin cream',
  'ondansetron injection',
  'lisinopril pill',
  'B12 shot',
  'I think metoprolol',
])('`%s` is not doubted', (text) => {
  expect(recogniser.recognise(text).match).not.toBe('none');
});
