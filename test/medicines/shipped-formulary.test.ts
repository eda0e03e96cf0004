import { describe, expect, test } from 'vitest';

import { Lexicon } from '../../src/medicines/lexicon.ts';
import type { Recognition } from '../../src/medicines/recognition.ts';
import { Recogniser } from '../../src/medicines/recogniser.ts';
import { judgeMisspelling } from '../support/judge-misspelling.ts';
import { labelled } from '../support/labelled.ts';
import { shippedVocabulary } from '../support/shipped.ts';
import { singleEdits } from '../support/single-edits.ts';

const recogniser = new Recogniser(shippedVocabulary);
const recognise = (text: string): Recognition => recogniser.recognise(text);
const HARMLESS = new Set(['no-action', 'supplement-other']);

test.each(Object.entries(labelled.critical))(
  'every critical name of the class %s has it',
  (id, names) => {
    expect(names.filter((name) => !recognise(name).classes.includes(id))).toEqual([]);
  },
);

test('at least 95 of 100 common medicines are of no concern, and none is taken for one that is', () => {
  const read = labelled.common.map((name) => recognise(name));
  const known = read.filter(({ match }) => match !== 'none');
  expect(known.flatMap(({ classes }) => classes.filter((id) => !HARMLESS.has(id)))).toEqual([]);
  expect(known.length).toBeGreaterThanOrEqual(labelled.common.length * 0.95);
});

test('at least 60 look-alikes are what they are, or are asked about', () => {
  const fallen = Object.entries(labelled.traps).filter(([name, ingredient]) => {
    const { match, ingredients } = recognise(name);
    return ingredient === 'ask'
      ? match !== 'none'
      : !ingredients.some((each) => each.name === ingredient);
  });
  expect(fallen).toEqual([]);
  expect(Object.keys(labelled.traps).length).toBeGreaterThanOrEqual(60);
});

test('no string that is no medicine is recognised as one', () => {
  const names = labelled.notMedicines.flatMap((text) =>
    recogniser.read(text).flatMap(({ name }) => name ?? []),
  );
  expect(names).toEqual([]);
});

describe('a misspelling', () => {
  const all = Object.entries(labelled.misspellings).flatMap(([name, written]) =>
    written.map((text) => ({ name, text, read: recognise(text) })),
  );

  test('never means another medicine', () => {
    const wrong = all.filter(
      ({ name, read }) => read.match !== 'none' && !read.generic?.includes(name),
    );
    expect(wrong.map(({ text, read }) => `${text}: ${read.generic}`)).toEqual([]);
  });

  test('is recognised nine times in ten; else the right name is offered', () => {
    const asked = all.filter(({ read }) => read.match === 'none');
    const lost = asked.filter(
      ({ name, read }) => !read.suggestions.some((each) => recognise(each).generic?.includes(name)),
    );
    expect(lost.map(({ text }) => text)).toEqual([]);
    expect(asked.length).toBeLessThanOrEqual(all.length * 0.1);
  });
});

test('one letter wrong in a name that matters means the same medicine, or offers it; a sample is tried', () => {
  const lexicon = new Lexicon(shippedVocabulary);
  const names = shippedVocabulary.names.keys
    .map((_, index) => lexicon.entry(index))
    .filter(({ product, isOfConcern }) => product && isOfConcern)
    .filter((_, index) => index % 500 === 0);
  const faults = names.flatMap(({ spelled }) =>
    singleEdits(spelled.toLowerCase()).flatMap((text) => {
      const { verdict, read } = judgeMisspelling(recogniser, spelled, text);
      return verdict === 'WRONG' || verdict === 'LOST' ? `${spelled}, ${text}: ${read}` : [];
    }),
  );
  expect(names.length).toBeGreaterThan(10);
  expect(faults).toEqual([]);
}, 60_000);

test.each(labelled.lines)('`$line`', ({ line, readings }) => {
  const wanted = readings.map(({ ask, ...told }) => (ask ? { match: 'none', ...told } : told));
  expect(recogniser.read(line)).toMatchObject(wanted);
});

describe('sold over the counter', () => {
  test.each([
    ['ibuprofen', true],
    ['ibuprofen 200 mg', true],
    ['ibuprofen 800 mg', false],
    ['prescription ibuprofen', false],
    ['Motrin', true],
    ['Motrin 800', false],
    ['IBU', false],
    ['Aleve 220 mg', true],
    ['naproxen 500 mg', false],
    ['Naprosyn', false],
    ['aspirin 325 mg', true],
    ['Durlaza', false],
    ['Advil PM', true],
    ['Duexis', false],
    ['Yosprala', false],
    ['Vicoprofen', false],
    ['Eliquis', false],
  ])('`%s`: %s', (text, isOverTheCounter) => {
    expect(recognise(text).over_the_counter).toBe(isOverTheCounter);
  });

  test('a supplement may be a product on prescription', () => {
    expect(recognise('Lovaza').prescription).toBe(true);
    expect(recognise('Vascepa 1 g').prescription).toBe(true);
    expect(recognise('fish oil').prescription).toBeUndefined();
  });
});

describe('local forms', () => {
  test.each([
    ['diclofenac', true],
    ['ketoconazole', true],
    ['heparin', true],
    ['hydrocortisone', true],
    ['Symbicort', true],
    ['trolamine salicylate', true],
    ['Eliquis', false],
    ['Plavix', false],
    ['aspirin', false],
    ['prednisone', false],
  ])('`%s` has one: %s', (text, local) => {
    expect(recognise(text).local).toBe(local);
  });

  test.each(['Symbicort', 'Flonase', 'Pred Forte', 'Anusol HC', 'ketoconazole shampoo'])(
    '`%s` acts only where it is put: no rule concerns it',
    (text) => {
      expect(recognise(text).classes).toEqual(['no-action']);
    },
  );

  test('a pain reliever keeps its class on the skin and in the eye', () => {
    expect(recognise('Voltaren Gel').classes).toEqual(['nsaid']);
    expect(recognise('Acular').classes).toEqual(['nsaid']);
  });

  test('a class is kept where the words contradict the name', () => {
    expect(recognise('Symbicort injection').classes).toEqual(['corticosteroid']);
  });
});

describe('a name that leaves open how its medicine is given', () => {
  test.each(['Ozempic', 'Wegovy 2.4 mg', 'semaglutide', 'exenatide 10 mcg', 'ozempik'])(
    '`%s` is recognised, and its presentations are offered',
    (text) => {
      const { classes, suggestions, ask } = recognise(text);
      expect(classes).toEqual(['glp1']);
      expect(suggestions).toHaveLength(2);
      expect(ask).toMatch(/^Is the /);
      expect(suggestions.map((name) => recognise(name).ask)).toEqual([undefined, undefined]);
    },
  );

  test.each([
    'Ozempic 1 mg weekly',
    'wegovy tablets',
    'Ozempic 4 mg daily',
    'semaglutide SC',
    'Rybelsus',
  ])('`%s` tells it', (text) => {
    expect(recognise(text)).toMatchObject({ classes: ['glp1'], suggestions: [] });
    expect(recognise(text).ask).toBeUndefined();
  });
});
