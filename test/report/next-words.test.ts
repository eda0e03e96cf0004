import { expect, test } from 'vitest';

import { prescriberRules } from '../../src/batch/worklist.ts';
import { nextWords } from '../../src/report/next-words.ts';
import { healthyWith } from '../support/generated-intake.ts';
import { type RawIntake, screenRaw, shipped } from '../support/shipped.ts';

const THINNER = { name: 'Eliquis', last_taken: '2026-11-23T08:00', still_taking: true };

test.each<[string, RawIntake, string]>([
  ['a healthy patient', {}, 'go through the time line with the patient, who says it back'],
  ['an open question', { 'driver.arranged': null }, 'ask the patient what is still open'],
  ['a fever', { 'infection.active': true }, 'call the physician'],
  ['a thinner', { medications: [THINNER] }, 'offer another date, then call the prescriber'],
])('what to do next about %s', (_, given, words) => {
  const result = screenRaw(healthyWith(given));
  expect(nextWords(result, prescriberRules(shipped.ruleSet))).toBe(`Next: ${words}.`);
});
