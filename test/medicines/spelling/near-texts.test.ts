import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { NearTexts } from '../../../src/medicines/spelling/near-texts.ts';
import { EASY, lengthCost, substitutionCost } from '../../../src/medicines/spelling/slips.ts';

/** The cost by its definition, without any shortcut. */
function costOf(a: string, b: string): number {
  if (a === '' && b === '') return 0;
  const lastA = a.charCodeAt(a.length - 1);
  const lastB = b.charCodeAt(b.length - 1);
  const beforeA = a.charCodeAt(a.length - 2);
  const beforeB = b.charCodeAt(b.length - 2);
  const ways: number[] = [];
  if (a !== '') ways.push(costOf(a.slice(0, -1), b) + lengthCost(lastA, beforeA));
  if (b !== '') ways.push(costOf(a, b.slice(0, -1)) + lengthCost(lastB, beforeB));
  if (a !== '' && b !== '') {
    ways.push(costOf(a.slice(0, -1), b.slice(0, -1)) + substitutionCost(lastA, lastB));
  }
  if (lastA === beforeB && lastB === beforeA && lastA !== lastB) {
    ways.push(costOf(a.slice(0, -2), b.slice(0, -2)) + EASY);
  }
  return Math.min(...ways);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'e', 'l'), minLength: 1, maxLength: 5 });

test('exactly the texts within the limit are found, at their cost', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 12 }),
      word,
      fc.integer({ min: 0, max: 5 }),
      (texts, sought, limit) => {
        const sorted = texts.toSorted();
        const found = new NearTexts(sorted).near(sought, limit);
        const expected = sorted
          .map((text, index) => ({ index, cost: costOf(sought, text) }))
          .filter(({ cost }) => cost <= limit);
        expect(found).toEqual(expected);
      },
    ),
  );
});

test('a text still being written is near to all that begin nearly like it', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 12 }),
      word,
      fc.integer({ min: 0, max: 3 }),
      (texts, sought, limit) => {
        const sorted = texts.toSorted();
        const begun = (text: string): number =>
          Math.min(
            ...Array.from({ length: text.length }, (_, index) =>
              costOf(sought, text.slice(0, index + 1)),
            ),
          );
        const expected = sorted.flatMap((text, index) => (begun(text) <= limit ? [index] : []));
        const found = new NearTexts(sorted).near(sought, limit, true);
        expect(found.map(({ index }) => index)).toEqual(expected);
      },
    ),
  );
});

test.each([
  ['elliquis', 'a letter doubled'],
  ['elqiuis', 'two letters swapped'],
  ['eliqyis', 'a neighbouring key'],
  ['eloquis', 'another vowel'],
])('%s is an easy slip away from eliquis: %s', (typed) => {
  expect(new NearTexts(['eliquis']).near(typed, EASY)).toEqual([{ index: 0, cost: EASY }]);
});

test('a text longer than any name is near to nothing', () => {
  expect(new NearTexts(['a']).near('a'.repeat(100), 200)).toEqual([]);
});

/** Long enough that its letters do not fit in one number of 32 bits. */
const LONG = 'butalbitalaspirincaffeineandcodeinecapsules';

test.each(Array.from({ length: LONG.length }, (_, at) => at))(
  'a long text is found with its letter %i doubled, and with it left out',
  (at) => {
    const texts = new NearTexts([LONG]);
    const letter = LONG.charAt(at);
    const without = LONG.slice(0, at) + LONG.slice(at + 1);
    const isDouble = letter === LONG.charAt(at - 1) || letter === LONG.charAt(at + 1);
    const doubled = LONG.slice(0, at) + letter + LONG.slice(at);
    expect(texts.near(doubled, 2)).toEqual([{ index: 0, cost: EASY }]);
    expect(texts.near(without, 2)).toEqual([{ index: 0, cost: isDouble ? EASY : 2 * EASY }]);
  },
);

test.each(Array.from({ length: LONG.length - 1 }, (_, at) => at))(
  'a long text is found with its letters %i and the next swapped',
  (at) => {
    const swapped = LONG.slice(0, at) + LONG.charAt(at + 1) + LONG.charAt(at) + LONG.slice(at + 2);
    expect(new NearTexts([LONG]).near(swapped, 1)).toEqual([
      { index: 0, cost: swapped === LONG ? 0 : EASY },
    ]);
  },
);
