import { expect, test } from 'vitest';

import { Memo } from '../../src/time/memo.ts';

test('what was computed once is remembered', () => {
  const memo = new Memo<number, string>();
  memo.get(1, () => 'first');
  expect(memo.get(1, () => 'second')).toBe('first');
});

test('each key has a value of its own', () => {
  const memo = new Memo<number, string>();
  memo.get(1, () => 'one');
  expect(memo.get(2, () => 'two')).toBe('two');
});

test('what is remembered has a bound', () => {
  const memo = new Memo<number, number>();
  for (let key = 0; key <= 10_000; key += 1) memo.get(key, () => key);
  expect(memo.get(0, () => -1)).toBe(-1);
});

test('the bound can be another', () => {
  const memo = new Memo<string, number>(1);
  memo.get('first', () => 1);
  memo.get('second', () => 2);
  expect(memo.get('first', () => -1)).toBe(-1);
});
