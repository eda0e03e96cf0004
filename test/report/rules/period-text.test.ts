import { expect, test } from 'vitest';

import { periodText } from '../../../src/report/rules/period-text.ts';

test.each([
  [{}, undefined],
  [{ from: '2027-01-01' }, 'from 2027-01-01'],
  [{ until: '2027-06-01' }, 'until 2027-06-01'],
  [{ from: '2027-01-01', until: '2027-06-01' }, 'from 2027-01-01 until 2027-06-01'],
])('the period of %j is %s', (period, text) => {
  expect(periodText(period)).toBe(text);
});
