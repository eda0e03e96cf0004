import { expect, test } from 'vitest';

import { foldName } from '../../src/medicines/fold.ts';
import { type Entry, Lexicon } from '../../src/medicines/lexicon.ts';
import { smallVocabulary } from '../support/small-formulary.ts';

const lexicon = new Lexicon(smallVocabulary);
const entry = (name: string): Entry =>
  lexicon.entry(smallVocabulary.names.keys.indexOf(foldName(name)));

test('names of the same medicine have one identity, whatever else they tell', () => {
  expect(entry('Voltaren Gel').identity).toBe(entry('diclofenac').identity);
  expect(entry('Eliquis').identity).not.toBe(entry('Coumadin').identity);
});

test('a medicine is of concern when one of its classes says why', () => {
  expect(entry('Excedrin Migraine').isOfConcern).toBe(true);
  expect(entry('Tylenol').isOfConcern).toBe(false);
  expect(lexicon.why(['no-action', 'nsaid'])).toBe('bleeding');
});

test('what is no single medicine is always of concern', () => {
  expect(entry('Excedrin')).toMatchObject({ kind: 'variant', isOfConcern: true, classes: [] });
  expect(entry('blood thinner')).toMatchObject({ kind: 'word', isOfConcern: true, classes: [] });
});

test('a look-alike is one for every name of the medicine', () => {
  expect(lexicon.areLookalikes(entry('ticagrelor'), entry('Brintellix'))).toBe(true);
  expect(lexicon.areLookalikes(entry('Eliquis'), entry('Brintellix'))).toBe(false);
});

test('of the names that begin alike, each medicine has one, those first that matter', () => {
  expect(lexicon.beginning('c').map(({ spelled }) => spelled)).toEqual([
    'Coumadin',
    'codeine',
    'caffeine',
  ]);
});

test('a name that the vocabulary does not have is a fault of the program', () => {
  expect(() => lexicon.entry(-1)).toThrow('no name -1');
});
