import { expect, test } from 'vitest';

import { Recogniser } from '../../../src/medicines/recogniser.ts';
import { shippedVocabulary } from '../../support/shipped.ts';

const recogniser = new Recogniser(shippedVocabulary);

test.each([
  ['Eliquis per Dr Jones', 'apixaban'],
  ['wife says he takes warfarin 5 mg', 'warfarin'],
  ['Plavix, the pink one, zzyzx', 'clopidogrel'],
])('`%s` is not recognised, and mentions %s', (text, generic) => {
  expect(recogniser.recognise(text)).toMatchObject({ match: 'none', mentions: { generic } });
});

test.each([
  ['metoprolol per Dr Jones', 'a medicine that no rule concerns'],
  ['Eloquis per Dr Jones', 'a name that is not as written'],
  ['denies Eliquis per Dr Jones', 'what is said not to be taken'],
  ['Midol zzyzx', 'a brand whose formulas differ'],
  ['blood thinner zzyzx', 'words that are no name'],
])('`%s` mentions nothing: %s', (text) => {
  const { match, mentions } = recogniser.recognise(text);
  expect(match).toBe('none');
  expect(mentions).toBeUndefined();
});

test('what the other words tell is not relied on', () => {
  const { mentions } = recogniser.recognise('heparin 5000 units prophylaxis zzyzx');
  expect(mentions).toMatchObject({ generic: 'heparin', over_the_counter: false });
  expect(mentions).not.toHaveProperty('regimen');
  expect(mentions).not.toHaveProperty('strength');
});

test('what the name itself tells is', () => {
  const { mentions } = recogniser.recognise('Voltaren Gel zzyzx');
  expect(mentions).toMatchObject({ generic: 'diclofenac', route: 'topical' });
});

test('a line of several parts that may be one misspelt name mentions what it was read as in one', () => {
  const [read, another] = recogniser.read('oen a day essential');
  expect(another).toBeUndefined();
  expect(read).toMatchObject({
    match: 'none',
    suggestions: ['One A Day Essential'],
    mentions: { name: 'One A Day Essential', match: 'spelling' },
  });
});
