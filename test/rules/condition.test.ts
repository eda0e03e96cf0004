import { expect, test } from 'vitest';

import { type Condition, every } from '../../src/rules/condition.ts';

const HOLDS: Condition = { kind: 'test', fact: 'a', test: { is: 'answered' } };

test('one condition stays itself', () => {
  expect(every([HOLDS])).toBe(HOLDS);
});

test('several must all hold', () => {
  expect(every([HOLDS, HOLDS])).toEqual({ kind: 'all', of: [HOLDS, HOLDS] });
});

test('none at all is a condition that always holds', () => {
  expect(every([])).toEqual({ kind: 'all', of: [] });
});
