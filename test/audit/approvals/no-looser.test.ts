import { describe, expect, test } from 'vitest';

import { isNoLooser } from '../../../src/audit/approvals/no-looser.ts';
import { bench } from '../../support/audit-bench.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

const PARTS = {
  questions: [
    { id: 'fever', type: 'number', between: [30, 45] },
    { id: 'weak', type: 'yes-no' },
  ],
  parameters: [
    { id: 'limit', value: 38 },
    { id: 'restart', value: '24 hours' },
  ],
  healthy: { fever: 36.7, weak: false },
};

/** Whether rule `r` is proved to hold back whom it held back. */
function proved(before: object, after: object, parts: Partial<RuleParts> = {}): boolean {
  const [old, now] = [before, after].map((rule) => [{ id: 'r', ...rule }]);
  return isNoLooser(
    'r',
    bench({ ...PARTS, rules: old ?? [] }),
    bench({ ...PARTS, ...parts, rules: now ?? [] }),
  );
}

const WHEN = { when: [{ fever: 'at least {limit}' }] };
const limit = (value: number): Partial<RuleParts> => ({
  parameters: [{ id: 'limit', value }, PARTS.parameters[1] ?? {}],
});
const AFTER = {
  instructions: [{ for: 'nurse', at: { after: '{restart}' }, text: 'Restart.' }],
};

describe('a change is proved to be no looser', () => {
  test.each<[string, object, object, Partial<RuleParts>?]>([
    ['when a threshold is tightened', WHEN, WHEN, limit(37.5)],
    ['when a condition is dropped', { when: [...WHEN.when, { weak: 'yes' }] }, WHEN],
    ['when the outcome is stricter', { ...WHEN, outcome: 'contact-physician' }, WHEN],
    ['when it only says the same in another way', WHEN, { when: [{ fever: 'not less than 38' }] }],
  ])('%s', (_, before, after, parts) => {
    expect(proved(before, after, parts)).toBe(true);
  });
});

describe('no proof is found', () => {
  test.each<[string, object, object, Partial<RuleParts>?]>([
    ['when a threshold is loosened', WHEN, WHEN, limit(38.5)],
    ['when it holds some back and lets others through', WHEN, { when: [{ weak: 'yes' }] }],
    ['when a condition is added', WHEN, { when: [...WHEN.when, { weak: 'yes' }] }],
    ['when the outcome is looser', WHEN, { ...WHEN, outcome: 'contact-physician' }],
    ['when an urgency is lowered', { ...WHEN, urgency: 'same-day' }, WHEN],
    ['when it no longer raises anything', WHEN, { ...WHEN, message: undefined, outcome: 'go' }],
    ['when it instructs something else', WHEN, { ...WHEN, ...AFTER }],
    [
      'when the figure that it instructs by moves',
      { ...WHEN, ...AFTER },
      { ...WHEN, ...AFTER },
      { parameters: [PARTS.parameters[0] ?? {}, { id: 'restart', value: '12 hours' }] },
    ],
    [
      'when a question that it reads has to be answered less often',
      WHEN,
      WHEN,
      { questions: [{ ...PARTS.questions[0], need: 'on-the-day' }, PARTS.questions[1] ?? {}] },
    ],
  ])('%s', (_, before, after, parts) => {
    expect(proved(before, after, parts)).toBe(false);
  });

  test('for a value that is looser only from a day on, or a rule that ends', () => {
    const later = [{ from: '2030-01-01', value: 39, source: 's' }];
    const parameters = [{ id: 'limit', value: 38, later }, PARTS.parameters[1] ?? {}];
    expect(proved(WHEN, WHEN, { parameters })).toBe(false);
    expect(proved(WHEN, { ...WHEN, until: '2030-01-01' })).toBe(false);
    expect(proved({ ...WHEN, until: '2030-01-01' }, WHEN)).toBe(true);
  });

  test('for a rule that is gone or new', () => {
    const [without, with_] = [
      bench({ ...PARTS, rules: [] }),
      bench({ ...PARTS, rules: [{ id: 'r', ...WHEN }] }),
    ];
    expect([isNoLooser('r', with_, without), isNoLooser('r', without, with_)]).toEqual([
      false,
      false,
    ]);
  });
});
