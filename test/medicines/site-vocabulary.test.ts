import { describe, expect, test } from 'vitest';

import { namesFileText } from '../../src/medicines/imported/names-file.ts';
import { Recogniser } from '../../src/medicines/recogniser.ts';
import { readSiteVocabulary, type SiteTexts } from '../../src/medicines/site-vocabulary.ts';
import { places, readOf } from '../support/places.ts';
import { smallVocabulary } from '../support/small-formulary.ts';
import { smallImport } from '../support/small-release.ts';

const NAMES = namesFileText(smallImport(smallVocabulary).file);

function textsOf(formulary: string, ...imported: string[]): SiteTexts {
  return {
    formulary: formulary === '' ? [] : [{ file: 'local.yaml', text: formulary }],
    imported: imported.map((text, index) => ({ file: `${index + 1}.json`, text })),
  };
}

const read = (formulary: string, ...imported: string[]) =>
  readOf(readSiteVocabulary(smallVocabulary, textsOf(formulary, ...imported)));

function faults(formulary: string, ...imported: string[]): string[] {
  const found = readSiteVocabulary(smallVocabulary, textsOf(formulary, ...imported));
  return found.ok ? [] : places(found.diagnostics);
}

const LOCAL = `
ingredients:
  - {name: apixaban, brands: [Apivanta]}
  - {name: pain cream no. 4, classes: [nsaid], also: [compound four]}
combinations:
  - {name: Relief Duo, of: [ibuprofen, caffeine]}
variants:
  - {name: Relief, one_of: [Relief Duo, Tylenol], ask: Which Relief is it?}
words:
  - {say: [house thinner], means: [anticoagulant], ask: What is in it?}
abbreviations:
  - {say: PC4, name: compound four}
misspellings:
  - {name: Apivanta, say: [appyvanta]}
lookalikes:
  - [Relief Duo, Tylenol]
`;

describe('a formulary of a site', () => {
  const { vocabulary } = read(LOCAL);
  const recogniser = new Recogniser(vocabulary);

  test.each([
    ['Apivanta 5 mg', 'brand', 'apixaban', ['anticoagulant']],
    ['compound four', 'synonym', 'pain cream no. 4', ['nsaid']],
    ['PC4', 'synonym', 'pain cream no. 4', ['nsaid']],
    ['relief duo', 'brand', 'ibuprofen/caffeine', ['nsaid']],
    ['appyvanta', 'spelling', 'apixaban', ['anticoagulant']],
  ])('adds `%s`', (text, match, generic, classes) => {
    expect(recogniser.recognise(text)).toMatchObject({ match, generic, classes });
  });

  test('adds questions back', () => {
    expect(recogniser.recognise('Relief').ask).toBe('Which Relief is it?');
    expect(recogniser.recognise('house thinner').ask).toBe('What is in it?');
    expect(recogniser.recognise('Excedrin').ask).toBe('Which Excedrin is it?');
    expect(recogniser.recognise('blood thinner').ask).toBe('Which blood thinner is it?');
  });

  test('changes nothing of ours', () => {
    const ours = new Recogniser(smallVocabulary);
    const names = smallVocabulary.names.spelled;
    expect(names.map((name) => recogniser.recognise(name))).toEqual(
      names.map((name) => ours.recognise(name)),
    );
    expect(recogniser.recognise('brintilex').match).toBe('none');
    expect(vocabulary.ingredients.slice(0, smallVocabulary.ingredients.length)).toEqual(
      smallVocabulary.ingredients,
    );
  });
});

describe('a name of a site that would change one of ours is a fault', () => {
  test.each([
    [
      'another ingredient',
      'ingredients: [{name: foo, classes: [no-action], brands: [Eliquis]}]',
      '1:58 name-conflict',
    ],
    [
      'another class',
      'ingredients: [{name: apixaban, classes: [no-action]}]',
      '1:22 class-conflict',
    ],
    [
      'a class for the file',
      'classes: [no-action]\ningredients: [{name: apixaban}]',
      '2:22 class-conflict',
    ],
    [
      'another combination',
      'combinations: [{name: Excedrin Migraine, of: [acetaminophen]}]',
      '1:23 name-conflict',
    ],
    [
      'a route that the name does not tell',
      'ingredients: [{name: diclofenac, topical: [Voltaren]}]',
      '1:44 name-conflict',
    ],
    [
      'a brand made open',
      'variants: [{name: Eliquis, one_of: [apixaban], ask: Which?}]',
      '1:19 name-conflict',
    ],
    [
      'an open brand made another',
      'variants: [{name: Excedrin, one_of: [apixaban], ask: Which?}]',
      '1:19 name-conflict',
    ],
    [
      'words made a name',
      'ingredients: [{name: blood thinner, classes: [no-action]}]',
      '1:22 name-conflict',
    ],
    [
      'words that mean otherwise',
      'words: [{say: [blood thinner], means: [nsaid], ask: Which?}]',
      '1:16 name-conflict',
    ],
    [
      'an abbreviation of something else',
      'abbreviations: [{say: ASA, name: apixaban}]',
      '1:23 name-conflict',
    ],
    [
      'a misspelling of something else',
      'misspellings: [{name: caffeine, say: [asprin]}]',
      '1:38 name-conflict',
    ],
    [
      'a slip away',
      'ingredients: [{name: foo, classes: [no-action], brands: [Elikuis]}]',
      '1:58 look-alike',
    ],
    [
      'around one of ours',
      'combinations: [{name: Eliquis Free, of: [caffeine]}]',
      '1:23 holds-name',
    ],
  ])('%s', (_, text, place) => {
    expect(faults(text)).toEqual([`local.yaml:${place}`]);
  });

  test.each([
    ['class_names', '[{id: anticoagulant, title: harmless}]'],
    ['phrases', '[{say: [blood thinner]}]'],
    ['everyday', '[eloquis]'],
    ['stems', '[{ending: xaban, means: [no-action]}]'],
    ['joins', '{and: [eliquis], or: [or]}'],
    ['units', '{mg: [eliquis]}'],
  ])('and so is `%s`, which is not for a site to say', (part, value) => {
    expect(faults(`${part}: ${value}\n`)).toEqual(['local.yaml:1:1 unknown-key']);
  });

  test('but one that is known to look alike may stand, and is then kept apart', () => {
    const text = `ingredients: [{name: foo, classes: [no-action], brands: [Elikuis]}]
lookalikes: [[Elikuis, Eliquis]]`;
    const recogniser = new Recogniser(read(text).vocabulary);
    expect(recogniser.recognise('Elikuis').generic).toBe('foo');
    expect(recogniser.recognise('elikquis').match).toBe('none');
  });
});

describe('imported names', () => {
  test('stand below ours and those that the site wrote', () => {
    const { imported, vocabulary } = read(LOCAL, NAMES);
    expect(imported?.first).toBe(vocabulary.names.keys.length);
    expect(imported?.find('zoryve')).toBeDefined();
    expect(imported?.find('apivanta')).toBeUndefined();
  });

  test('may be there alone', () => {
    expect(read('', NAMES).vocabulary.names).toEqual(smallVocabulary.names);
  });

  test('that cannot be read are told at their place', () => {
    expect(faults('', NAMES.replace('"brand"', '"trade"'))).toEqual(['1.json:10:1 invalid-names']);
  });

  test('are one file', () => {
    expect(faults('', NAMES, NAMES)).toEqual(['2.json:1:1 second-import']);
  });
});
