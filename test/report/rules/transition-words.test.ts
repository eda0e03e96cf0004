import { expect, test } from 'vitest';

import { witnessText } from '../../../src/report/rules/transition-words.ts';

test('a witness reads like an example', () => {
  expect(witnessText({ a: true, b: null, c: [{ name: 'x', last_taken: 'y' }] })).toBe(
    'the healthy patient with a: yes, b: not asked, c: [{name: x, last_taken: y}]',
  );
  expect(witnessText({})).toBe('the healthy patient');
});
