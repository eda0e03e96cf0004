import { expect, test } from 'vitest';

import { Recogniser } from '../../src/medicines/recogniser.ts';
import { smallVocabulary } from '../support/small-formulary.ts';

const recogniser = new Recogniser(smallVocabulary);
const names = (typed: string, limit = 8): string[] =>
  recogniser.complete(typed, limit).map(({ name }) => name);

test('names that begin as typed are offered, those that matter first', () => {
  expect(names('a')).toEqual(['aspirin', 'apixaban', 'Advil', 'acetaminophen']);
});

test('a medicine is offered once, under the name that was begun', () => {
  expect(names('volt', 1)).toEqual(['Voltaren']);
  expect(names('voltaren').filter((name) => name.startsWith('Voltaren'))).toHaveLength(1);
});

test('it says what the medicine is, and why it matters', () => {
  expect(recogniser.complete('eliq', 1)).toEqual([
    {
      name: 'Eliquis',
      generic: 'apixaban',
      classes: ['anticoagulant'],
      title: 'blood thinner',
      why: 'bleeding',
    },
  ]);
  expect(recogniser.complete('tyle', 1)[0]).not.toHaveProperty('why');
});

test('a misspelt beginning is understood', () => {
  expect(names('eloq')).toContain('Eliquis');
  expect(names('kouma')).toContain('Coumadin');
});

test('a brand whose formulas differ is offered with its question', () => {
  expect(recogniser.complete('excedrin', 5)[0]).toMatchObject({
    name: 'Excedrin',
    ask: 'Which Excedrin is it?',
  });
});

test('nothing typed offers nothing, and no more than the limit are offered', () => {
  expect(names('')).toEqual([]);
  expect(names('a', 2)).toHaveLength(2);
});
