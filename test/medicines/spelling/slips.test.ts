import { expect, test } from 'vitest';

import { EASY, EDIT, lengthCost, substitutionCost } from '../../../src/medicines/spelling/slips.ts';

const code = (letter: string): number => letter.charCodeAt(0);

test.each([
  ['e', 'r', 'keys beside each other'],
  ['e', 'd', 'keys above each other'],
  ['a', 'o', 'vowels'],
])('%s for %s is an easy slip: %s', (a, b) => {
  expect(substitutionCost(code(a), code(b))).toBe(EASY);
  expect(substitutionCost(code(b), code(a))).toBe(EASY);
});

test('other letters are an edit, and the same letter is nothing', () => {
  expect(substitutionCost(code('p'), code('z'))).toBe(EDIT);
  expect(substitutionCost(code('ß'), code('z'))).toBe(EDIT);
  expect(substitutionCost(code('p'), code('p'))).toBe(0);
});

test('a doubled letter is easier than a strange one', () => {
  expect(lengthCost(code('l'), code('l'))).toBe(EASY);
  expect(lengthCost(code('l'), code('i'))).toBe(EDIT);
});
