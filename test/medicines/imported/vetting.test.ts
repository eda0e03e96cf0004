import { expect, test } from 'vitest';

import { Vetting } from '../../../src/medicines/imported/vetting.ts';
import { toolsOf } from '../../../src/medicines/recogniser.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';

const { lexicon, names } = toolsOf(smallVocabulary);
const vetting = new Vetting(lexicon, names);

/** What is said of a name for these ingredients, some of which may be strangers. */
function judge(spelled: string, ...ingredients: string[]): unknown {
  const numbers = ingredients.map((name) =>
    smallVocabulary.ingredients.findIndex((each) => each.name === name),
  );
  return vetting.judge({
    spelled,
    of: numbers.filter((number) => number !== -1),
    strangers: ingredients.filter((_, index) => numbers[index] === -1),
  });
}

test.each([
  ['Zoryve', ['roflumilast']],
  ['Apivanta', ['apixaban']],
  ['Eliquix', ['apixaban']],
  ['Eliquis Sprinkle', ['apixaban']],
  ['Tylenol Warming', ['acetaminophen', 'roflumilast']],
])('nothing is against `%s` for %j', (name, of) => {
  expect(judge(name, ...of)).toBeUndefined();
});

test.each([
  ['Eliquis', ['apixaban']],
  ['apixaban 5 MG Oral Tablet', ['apixaban']],
  ['acetaminophen / codeine', ['codeine', 'acetaminophen']],
])('`%s` for %j is known already', (name, of) => {
  expect(judge(name, ...of)).toBe('known');
});

test.each([
  ['Motrin', ['acetaminophen'], 'other-medicine', 'Motrin'],
  ['Motrin', ['ibuprofen', 'codeine'], 'other-medicine', 'Motrin'],
  ['Motrin', ['ibuprofen', 'roflumilast'], 'other-medicine', 'Motrin'],
  ['Motrin tablets', ['acetaminophen'], 'holds-name', 'Motrin'],
  ['Excedrin', ['acetaminophen'], 'question', 'Excedrin'],
  ['Excedrin Sinus', ['acetaminophen'], 'question', 'Excedrin'],
  ['blood thinner', ['roflumilast'], 'question', 'blood thinner'],
  ['Aspirin Free Relief', ['acetaminophen'], 'holds-name', 'aspirin'],
  ['warfarin, porcine', ['warfarin, porcine'], 'holds-name', 'warfarin'],
  ['daily tablets', ['roflumilast'], 'plain-words', undefined],
  ['B-12', ['cobalamin'], 'too-short', undefined],
  ['letaxaban', ['letaxaban'], 'ending', '-xaban'],
  ['Letaxo', ['letaxaban sodium'], 'ending', '-xaban'],
  ['Fooxaban', ['roflumilast'], 'ending', '-xaban'],
])('`%s` for %j is objected to: %s', (name, of, reason, against) => {
  expect(judge(name, ...of)).toEqual(against === undefined ? { reason } : { reason, against });
});

test.each([
  ['Elikuis', 'one letter for another'],
  ['Eliquiss', 'a letter doubled'],
  ['Eliqui', 'a letter left out'],
  ['Elqiuis', 'two letters swapped'],
  ['Elliquiss', 'two easy slips'],
  ['Koumadin', 'the sound'],
])('`%s` is too near to a name that matters: %s', (name) => {
  expect(judge(name, 'roflumilast')).toMatchObject({ reason: 'look-alike' });
});

test('a name that is known to be confused is kept further off', () => {
  expect(judge('Brilintex', 'roflumilast')).toMatchObject({ reason: 'look-alike' });
  expect(judge('Brilintello', 'roflumilast')).toBeUndefined();
});

test('a new name for what it is near to is no trap', () => {
  expect(judge('Elikuis', 'apixaban')).toBeUndefined();
});

test('an ingredient that may be one of ours under another name is objected to', () => {
  expect(vetting.judgeStranger('warfarine')).toMatchObject({ reason: 'look-alike' });
  expect(vetting.judgeStranger('letaxaban')).toMatchObject({ reason: 'ending' });
  expect(vetting.judgeStranger('roflumilast')).toBeUndefined();
});

test('only whole readings tell which ingredients of ours a text names', () => {
  const of = (text: string): string[] | undefined =>
    vetting.read(text)?.map((number) => smallVocabulary.ingredients[number]?.name ?? '');
  expect(of('warfarin sodium 5 MG')).toEqual(['warfarin']);
  expect(of('warfarin, porcine')).toBeUndefined();
  expect(of('warfarin / apixaban')).toBeUndefined();
});
