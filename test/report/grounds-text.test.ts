import { describe, expect, test } from 'vitest';

import { groundsText } from '../../src/report/grounds-text.ts';

const GROUNDS = {
  id: 'small',
  version: '1.0.0',
  digest: 'sha256:abc',
  overrides: [],
  rules: 12,
  unsigned: 3,
};

describe('the grounds of a decision', () => {
  test('are the rules, their digest, and how many of them nobody has signed', () => {
    expect(groundsText(GROUNDS)).toBe(
      'Rules small 1.0.0, sha256:abc. No overrides. 3 of 12 rules are not signed.',
    );
  });

  test('say so when every rule is signed', () => {
    expect(groundsText({ ...GROUNDS, unsigned: 0 })).toContain('All 12 rules are signed.');
  });

  test('name what the site overrides, and who and when', () => {
    const override = {
      parameter: 'fasting',
      value: '8 hours',
      shipped: '6 hours',
      reason: 'anaesthetist',
      by: 'Dr A',
      on: '2026-11-01',
    };
    expect(groundsText({ ...GROUNDS, overrides: [override] })).toContain(
      'Overridden by the site: fasting is 8 hours instead of 6 hours (Dr A, 2026-11-01).',
    );
  });
});
