import { expect, test } from 'vitest';

import { compare } from '../../src/evaluation/compare.ts';

test.each([
  ['at-least', false, true, true],
  ['at-most', true, true, false],
  ['more-than', false, false, true],
  ['less-than', true, false, false],
] as const)('%s: below %s, equal %s, above %s', (op, below, equal, above) => {
  expect([1, 2, 3].map((value) => compare(op, value, 2))).toEqual([below, equal, above]);
});
