import { describe, expect, test } from 'vitest';

import { conditionsOf, isMedicineField, testsOf } from '../../src/rules/rule-set.ts';
import type { Condition } from '../../src/rules/condition.ts';

function answered(fact: string): Condition {
  return { kind: 'test', fact, test: { is: 'answered' } };
}

describe('the tests of a condition', () => {
  test('are found wherever they stand, in their order', () => {
    const condition: Condition = {
      kind: 'all',
      of: [
        answered('a'),
        { kind: 'none', of: [answered('b'), { kind: 'any', of: [answered('c')] }] },
        {
          kind: 'medicines',
          atLeast: 2,
          where: { kind: 'all', of: [answered('d'), answered('a')] },
        },
      ],
    };
    expect([...testsOf(condition)].map(({ fact }) => fact)).toEqual(['a', 'b', 'c', 'd', 'a']);
  });
});

test('the conditions of a rule are those that it has', () => {
  const rule = { when: answered('a'), unless: answered('b') };
  expect([...conditionsOf(rule)]).toEqual([answered('a'), answered('b')]);
});

test.each([
  ['last_taken', true],
  ['class', true],
  ['procedure.at', false],
  ['toString', false],
] as const)('`%s` is told of a medicine: %s', (name, expected) => {
  expect(isMedicineField(name)).toBe(expected);
});
