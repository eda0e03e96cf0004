import { expect, test } from 'vitest';

import { namesFileText, type NamesFile } from '../../../src/medicines/imported/names-file.ts';
import { readImportedNames } from '../../../src/medicines/imported/read-imported-names.ts';
import { toolsOf } from '../../../src/medicines/recogniser.ts';
import { places } from '../../support/places.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';

const { lexicon, names } = toolsOf(smallVocabulary);

function read(file: Partial<NamesFile>) {
  const text = namesFileText({
    schema: 'prescreen.names/1',
    from: {},
    ingredients: [],
    names: [],
    products: [],
    ...file,
  });
  return readImportedNames({ file: 'names.json', text }, lexicon, names);
}

test('ingredients that are not ours are numbered after ours', () => {
  const found = read({
    ingredients: [
      { name: 'ASA', rxcui: '1', ours: ['aspirin'] },
      { name: 'roflumilast', rxcui: '2' },
    ],
    names: [['Duozor', 'brand', [0, 1]]],
  });
  if (!found.ok) throw new Error('not read');
  expect(found.value.ingredients).toEqual([
    { name: 'roflumilast', rxcui: '2', classes: ['no-action'], over_the_counter: false },
  ]);
  const number = found.value.find('duozor') ?? -1;
  expect(number).toBe(names.from('\uffff'));
  expect(found.value.entry(number)).toMatchObject({
    spelled: 'Duozor',
    classes: ['antiplatelet'],
    isOfConcern: true,
  });
});

test('what the file says to be ours has to be ours still: a blood thinner never becomes a stranger', () => {
  const found = read({
    ingredients: [{ name: 'heparin, porcine', rxcui: '1', ours: ['heparin'] }],
  });
  expect(found.ok ? [] : places(found.diagnostics)).toEqual(['names.json:5:1 unknown-ingredient']);
});

test('a name that our vocabulary would object to by now is not used, though it stands in the file', () => {
  const found = read({
    ingredients: [
      { name: 'roflumilast', rxcui: '2' },
      { name: 'letaxaban', rxcui: '3' },
    ],
    names: [
      ['Elikuis', 'brand', [0]],
      ['Letaxo', 'brand', [1]],
      ['Motrin', 'brand', [0]],
      ['Zoryve', 'brand', [0]],
    ],
    products: [['letaxaban 1 MG Oral Tablet', 'generic', [1]]],
  });
  if (!found.ok) throw new Error('not read');
  const usable = ['elikuis', 'letaxo', 'motrin', 'zoryve'].filter((key) => found.value.find(key));
  expect(usable).toEqual(['zoryve']);
  expect(found.value.product('letaxaban1mgoraltablet')).toBeUndefined();
});
