import { expect, test } from 'vitest';

import { NAME_KINDS } from '../../../src/medicines/vocabulary.ts';
import { compileTexts } from '../../support/small-formulary.ts';
import { places } from '../../support/places.ts';

const faultsOf = (...texts: string[]): string[] => places(compileTexts(...texts).diagnostics);

const APIXABAN = 'ingredients:\n  - {name: apixaban, classes: [anticoagulant], brands: [Eliquis]}';

test('a sound formulary has no faults', () => {
  expect(faultsOf(APIXABAN)).toEqual([]);
});

test('every fault of all files is found, at its place', () => {
  const faults = faultsOf(
    `${APIXABAN}
  - {name: foo, classes: [anticoagulent]}
  - {name: bar}
combinations:
  - {name: Foo Plus, of: [foo, baz]}
variants:
  - {name: Mystery, one_of: [Eliquis, Nothing], ask: Which?}
abbreviations:
  - {say: APX, name: apixiban}
misspellings:
  - {name: Eliqis, say: [eliqui]}
lookalikes:
  - [Eliquis, Nobody]
words:
  - {say: [thinner], means: [blood], ask: Which?}
stems:
  - {ending: xaban, means: [thinning]}`,
    'ingredients:\n  - {name: rivaroxaban, classes: [anticoagulant], brands: [Eliquis]}',
    'ingredients:\n  - {name: apixaban, classes: [nsaid]}',
    'phrases:\n  - {say: [daily], tells: {route: eye}}',
  );
  expect(faults).toEqual([
    '1.yaml:3:26 unknown-class',
    '1.yaml:4:12 no-class',
    '1.yaml:6:32 unknown-ingredient',
    '1.yaml:8:39 unknown-name',
    '1.yaml:10:22 unknown-name',
    '1.yaml:12:12 unknown-name',
    '1.yaml:14:15 unknown-name',
    '1.yaml:16:29 unknown-class',
    '1.yaml:18:28 unknown-class',
    '2.yaml:2:60 name-conflict',
    '3.yaml:2:12 class-conflict',
    '4.yaml:2:12 phrase-conflict',
  ]);
});

test('only a look-alike that is not in the formulary is forgiven', () => {
  const { diagnostics } = compileTexts(`${APIXABAN}\nlookalikes:\n  - [Eliquis, Nobody]`);
  expect(diagnostics.map(({ severity }) => severity)).toEqual(['warning']);
});

test('a site may add names to an ingredient without repeating its classes', () => {
  const { vocabulary, diagnostics } = compileTexts(
    APIXABAN,
    'ingredients:\n  - {name: apixaban, also: [apix]}',
  );
  expect(diagnostics).toEqual([]);
  expect(vocabulary.ingredients).toHaveLength(1);
  expect(vocabulary.names.keys).toEqual(['apix', 'apixaban', 'eliquis']);
});

test('a name in two lists of one ingredient tells what both do', () => {
  const { vocabulary } = compileTexts(
    'ingredients:\n  - {name: semaglutide, classes: [glp1], oral: [Rybelsus], daily: [Rybelsus]}',
  );
  expect(vocabulary.products).toContainEqual({
    of: [0],
    tells: { route: 'oral', regimen: 'daily' },
  });
});

test('names are sorted by key, one entry a key', () => {
  const { keys } = compileTexts(
    `${APIXABAN}\n  - {name: aspirin, classes: [nsaid], also: [ASA, A.S.A.]}`,
  ).vocabulary.names;
  expect(keys).toEqual(['apixaban', 'asa', 'aspirin', 'eliquis']);
});

test('words are said with every end that means the same, but never in the place of a name', () => {
  const { vocabulary, diagnostics } = compileTexts(`${APIXABAN}
  - {name: heart meds, classes: [no-action]}
word_endings:
  - [pill, med, meds]
words:
  - {say: [heart pill], means: [], ask: Which?}
  - {say: [clot med], means: [anticoagulant], ask: Which?}`);
  const { spelled, kinds } = vocabulary.names;
  expect(diagnostics).toEqual([]);
  expect(spelled.filter((_, index) => NAME_KINDS[kinds[index] ?? -1] === 'word')).toEqual([
    'clot med',
    'clot meds',
    'clot pill',
    'heart med',
    'heart pill',
  ]);
});
