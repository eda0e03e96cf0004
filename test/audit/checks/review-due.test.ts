import { describe, expect, test } from 'vitest';

import { reviewDue } from '../../../src/audit/checks/review-due.ts';
import { found, TODAY } from '../../support/small-audit.ts';

const questions = [{ id: 'fever', type: 'yes-no' }];
const dated = (id: string, review_by: string) => ({ id, when: [{ fever: 'yes' }], review_by });

describe('review-due', () => {
  test('finds a rule and a definition whose date has passed', () => {
    const rules = [dated('old-rule', '2026-11-23'), dated('new-rule', '2026-11-25')];
    const definitions = [
      dated('old-definition', '2025-01-01'),
      dated('new-definition', '2030-01-01'),
    ];
    expect(found(reviewDue, { questions, rules, definitions })).toEqual([
      { message: '`old-rule` was to be reviewed by 2026-11-23', at: 'old-rule' },
      { message: '`old-definition` was to be reviewed by 2025-01-01', at: 'old-definition' },
    ]);
  });

  test('stays quiet on the day itself', () => {
    expect(found(reviewDue, { questions, rules: [dated('today', TODAY)] })).toEqual([]);
  });
});
