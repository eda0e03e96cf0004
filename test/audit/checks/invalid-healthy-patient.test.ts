import { describe, expect, test } from 'vitest';

import { invalidHealthyPatient } from '../../../src/audit/checks/invalid-healthy-patient.ts';
import { missingBoundaryExample } from '../../../src/audit/checks/missing-boundary-example.ts';
import { found, messages } from '../../support/small-audit.ts';

const questions = [{ id: 'temperature', type: 'number', between: [37, 45] }];
const rules = [{ id: 'fever', when: [{ temperature: 'at least 38' }] }];

describe('invalid-healthy-patient', () => {
  test('finds an answer of the healthy patient that its question does not accept, and points at the question', () => {
    expect(found(invalidHealthyPatient, { questions, healthy: { temperature: 36.7 } })).toEqual([
      {
        message: 'the healthy patient: `temperature`: found `36.7`, expected 37 to 45',
        at: 'temperature',
      },
    ]);
  });

  test('stays quiet of one who can be', () => {
    expect(found(invalidHealthyPatient, { questions, healthy: { temperature: 37 } })).toEqual([]);
  });

  test('is not drowned by what follows from it', () => {
    const healthy = { temperature: 36.7 };
    expect(messages(missingBoundaryExample, { questions, rules, healthy })).toEqual([]);
  });
});
