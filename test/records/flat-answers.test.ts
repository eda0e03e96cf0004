import { expect, test } from 'vitest';

import { flatAnswers } from '../../src/records/flat-answers.ts';
import { shipped } from '../support/shipped.ts';

test('nested and flat answers stand under their dotted names, with their states', () => {
  const raw = {
    id: 'A-1',
    diabetes: { type: 'unknown', hba1c_percent: null },
    'patient.age_years': 45,
    medications: [{ name: 'metoprolol', still_taking: 'declined' }],
  };
  expect(flatAnswers(raw, shipped.ruleSet)).toEqual({
    id: 'A-1',
    'diabetes.type': 'unknown',
    'patient.age_years': 45,
    medications: [{ name: 'metoprolol', still_taking: 'declined' }],
  });
});
