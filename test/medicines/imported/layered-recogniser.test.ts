import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ImportedNames } from '../../../src/medicines/imported/imported-names.ts';
import { LayeredRecogniser } from '../../../src/medicines/imported/layered-recogniser.ts';
import type { NamesFile } from '../../../src/medicines/imported/names-file.ts';
import { Recogniser, toolsOf } from '../../../src/medicines/recogniser.ts';
import { singleEdits } from '../../support/single-edits.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';
import { smallImport } from '../../support/small-release.ts';

function beside(file: NamesFile): LayeredRecogniser {
  const ours = toolsOf(smallVocabulary);
  return new LayeredRecogniser(
    smallVocabulary,
    ours,
    new ImportedNames(file, ours.lexicon, ours.names),
  );
}

/** Brands of one stranger, none of which our vocabulary would see by itself. */
function brands(...names: string[]): NamesFile {
  return {
    schema: 'prescreen.names/1',
    from: {},
    ingredients: [
      { name: 'roflumilast', rxcui: '1' },
      { name: 'apixaban', rxcui: '2' },
    ],
    names: names.map((name) => [name.replace('*', ''), 'brand', [name.endsWith('*') ? 1 : 0]]),
    products: [],
  };
}

const alone = new Recogniser(smallVocabulary);
const layered = beside(smallImport(smallVocabulary).file);
const recognise = (text: string) => layered.recognise(text);

describe('an imported name', () => {
  test.each([
    ['Zoryve', 'brand', 'roflumilast', ['no-action']],
    ['zoryve 0.3% cream daily', 'brand', 'roflumilast', ['no-action']],
    ['ROFLUMILAST', 'exact', 'roflumilast', ['no-action']],
    ['zoryve foamy', 'synonym', 'roflumilast', ['no-action']],
    ['Duozor', 'brand', 'roflumilast/tazarotene', ['no-action']],
    ['Apivanta 5 mg bid', 'brand', 'apixaban', ['anticoagulant']],
    ['lisinopril/zoryve', 'brand', 'lisinopril/roflumilast', ['no-action']],
  ])('`%s` is recognised by %s as %s', (text, match, generic, classes) => {
    expect(recognise(text)).toMatchObject({ match, generic, classes, suggestions: [] });
  });

  test('keeps what the words about it tell', () => {
    expect(recognise('Apivanta 5 mg po bid - stopped 2 wks ago')).toMatchObject({
      strength: { value: 5, unit: 'mg' },
      route: 'oral',
      frequency: 'twice-daily',
      status: 'stopped',
    });
  });

  test('of a product is recognised as a whole line', () => {
    expect(recognise('roflumilast 0.003 MG/MG Topical Cream [Zoryve]')).toMatchObject({
      match: 'brand',
      generic: 'roflumilast',
      route: 'topical',
    });
  });

  test('is one of several on a line', () => {
    const read = layered.read('Zoryve cream, Eliquis 5 mg; duozor').map(({ generic }) => generic);
    expect(read).toEqual(['roflumilast', 'apixaban', 'roflumilast/tazarotene']);
  });

  test('that is misspelt is offered, never picked', () => {
    expect(recognise('Zoryvve')).toMatchObject({ match: 'none', suggestions: ['Zoryve'] });
    expect(recognise('Apivantta').match).toBe('none');
    expect(recognise('Apivantta').suggestions).toContain('Apivanta');
  });

  test('beside words that have to be asked about leaves the question', () => {
    expect(recognise('Zoryve blood thinner')).toMatchObject({
      match: 'none',
      ask: 'Which blood thinner is it?',
    });
    expect(recognise('Excedrin Zoryve').match).toBe('none');
  });

  test('beside another imported name is not taken for one medicine', () => {
    expect(recognise('Zoryve tazarotene').match).toBe('none');
  });

  test('beside a word that was not read is not recognised', () => {
    expect(recognise('Zoryve qqqqqq').match).toBe('none');
  });
});

describe('our names', () => {
  test('mean what they mean without an import, however they are written', () => {
    const imported = beside(
      brands('Aspirin Zo', 'Blood', 'Daily', 'Excedrin PM', 'Thinner', 'Vita'),
    );
    const words = [
      ...smallVocabulary.names.spelled,
      '5 mg',
      'daily',
      'and',
      ', ',
      'stopped',
      'vita',
      'pm',
    ];
    const line = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(line, (parts) => {
        const text = parts.join(' ');
        const ours = alone.recognise(text);
        fc.pre(ours.match !== 'none' && ours.match !== 'spelling');
        expect(imported.recognise(text)).toEqual(ours);
      }),
    );
  });

  test('are never mistaken for an imported one by a single slip, whatever was imported', () => {
    const slips = ['Eliquis', 'Coumadin', 'Brilinta', 'Advil'].flatMap(singleEdits);
    const sorted = [...new Set(slips.map((slip) => slip.toLowerCase()))].toSorted();
    const imported = beside(brands(...sorted.filter((slip) => /^[a-z]+$/.test(slip))));
    expect(slips.map((slip) => imported.recognise(slip))).toEqual(
      slips.map((slip) => alone.recognise(slip)),
    );
  });

  test('misspelt are a question when an imported name is at least as near', () => {
    expect(alone.recognise('metoprololl').generic).toBe('metoprolol');
    const imported = beside(brands('Metoprololk'));
    expect(imported.recognise('metoprololl')).toMatchObject({ match: 'none' });
    expect(imported.recognise('metoprololl').suggestions).toContain('Metoprololk');
  });

  test('that no rule concerns are not guessed where an imported one that matters is nearly as near', () => {
    expect(alone.recognise('lisinoprix').generic).toBe('lisinopril');
    expect(beside(brands('Lisinoxprix*')).recognise('lisinoprix').match).toBe('none');
  });
});

describe('what is offered while a name is typed', () => {
  const names = (typed: string, limit = 8, of = layered): string[] =>
    of.complete(typed, limit).map(({ name }) => name);

  test('are ours before imported ones, and each medicine once', () => {
    expect(names('api')).toEqual(['apixaban']);
    expect(names('apiv')[0]).toBe('Apivanta');
    expect(names('zor')).toEqual(['Zoryve']);
    expect(names('t').slice(0, 1)).toEqual(['ticagrelor']);
  });

  test('say what an imported one is', () => {
    expect(layered.complete('apiv', 1)).toEqual([
      {
        name: 'Apivanta',
        generic: 'apixaban',
        classes: ['anticoagulant'],
        title: 'blood thinner',
        why: 'bleeding',
      },
    ]);
    expect(layered.complete('zory', 1)[0]).not.toHaveProperty('why');
  });

  test('leave places for a misspelt name of ours', () => {
    const many = beside({
      ...brands(...Array.from('abcdefghij', (letter) => `Eloq${letter}`)),
      ingredients: Array.from('abcdefghij', (letter, index) => ({
        name: `stranger${letter}`,
        rxcui: String(index),
      })),
    });
    expect(names('eloq', 4, many)).toContain('Eliquis');
  });

  test('are imported ones, too, that only nearly begin so', () => {
    expect(names('zorry')).toContain('Zoryve');
  });

  test('are no more than the limit', () => {
    expect(names('a', 1)).toHaveLength(1);
    expect(names('zo', 1)).toHaveLength(1);
  });
});
