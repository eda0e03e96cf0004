import { expect, test } from 'vitest';

import { diffRules } from '../../../src/audit/diff/diff.ts';
import { bench } from '../../support/audit-bench.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

test('a question that is no longer asked on the day is shown by a patient screened before it', () => {
  const asked = (more: object): NonNullable<RuleParts['questions']> => [
    { id: 'fever', type: 'yes-no', need: 'required', ...more },
  ];
  // A rule of the same name is not what changes.
  const rules = [{ id: 'fever', when: [{ fever: 'yes' }] }];
  const parts = { healthy: { fever: false }, rules };
  const { changes } = diffRules(
    bench({ ...parts, questions: asked({ ask_again: true }) }),
    bench({ ...parts, questions: asked({}) }),
  );
  expect(changes.map(({ id, verdict }) => [id, verdict])).toEqual([
    ['asked on the day: fever', 'words'],
  ]);
  const [{ transitions } = { transitions: [] }] = changes;
  expect(transitions.map(({ witness }) => Object.keys(witness.answers))).toEqual([['screened_at']]);
});

test('a question that is no longer required is shown by the patient who was not asked', () => {
  const asked = (need: string): NonNullable<RuleParts['questions']> => [
    { id: 'infection', type: 'yes-no', need },
  ];
  const diff = diffRules(
    bench({ healthy: { infection: false }, questions: asked('required'), rules: [] }),
    bench({ healthy: { infection: false }, questions: asked('optional'), rules: [] }),
  );
  expect(
    diff.changes.map(({ id, transitions }) => [
      id,
      transitions[0]?.direction,
      transitions[0]?.witness.answers,
    ]),
  ).toEqual([['required: infection', 'looser', { infection: null }]]);
});
