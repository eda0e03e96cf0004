import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { foldName, tokensOf } from '../../src/medicines/fold.ts';

test.each([
  ['Alka-Seltzer', 'alkaseltzer'],
  ['St. John’s Wort', 'stjohnswort'],
  ['ALKA SELTZER', 'alkaseltzer'],
  ['Bayer Back & Body', 'bayerbackandbody'],
  ['Humulin 70/30', 'humulin7030'],
  ['Tylenol #3', 'tylenol3'],
  ['Plavix®', 'plavix'],
  ['Acétylsalicylique', 'acetylsalicylique'],
  ['p.o.', 'po'],
])('`%s` is looked up as `%s`', (name, key) => {
  expect(foldName(name)).toBe(key);
});

test('digits are words apart from letters', () => {
  expect(tokensOf('ASPIRIN 81MG').map(({ text }) => text)).toEqual(['aspirin', '81', 'mg']);
});

test('a word knows where it stands', () => {
  expect(tokensOf('a  Goody’s')[1]).toEqual({ text: 'goodys', start: 3, end: 10 });
});

test('a name is the words of it run together, however it is written', () => {
  const text = fc.string({
    unit: fc.constantFrom(...Array.from(" aBz09&.,:/-'`#()é´’ß")),
    maxLength: 12,
  });
  fc.assert(
    fc.property(text, (name) => {
      expect(foldName(name)).toBe(
        tokensOf(name)
          .map((token) => token.text)
          .join(''),
      );
    }),
  );
});
