import { expect, test } from 'vitest';

import { NameIndex } from '../../src/medicines/name-index.ts';

const index = new NameIndex(['advil', 'advilpm', 'aleve', 'aspirin']);

test('a name is found by its key, and nothing else is', () => {
  expect(index.find('aleve')).toBe(2);
  expect(index.find('alev')).toBeUndefined();
  expect(index.find('zzz')).toBeUndefined();
});

test('a beginning of a name is one, and so is a whole name', () => {
  expect(index.hasPrefix('adv')).toBe(true);
  expect(index.hasPrefix('aspirin')).toBe(true);
  expect(index.hasPrefix('advx')).toBe(false);
});

test('the names that begin alike stand together', () => {
  expect(index.beginning('advil')).toEqual([0, 1]);
  expect(index.beginning('b')).toEqual([]);
});
