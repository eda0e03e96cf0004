import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Recogniser } from '../../src/medicines/recogniser.ts';
import { smallVocabulary } from '../support/small-formulary.ts';

const recogniser = new Recogniser(smallVocabulary);
const recognise = (text: string) => recogniser.recognise(text);

describe('a name', () => {
  test.each([
    ['apixaban', 'exact', 'apixaban'],
    ['ELIQUIS 5MG TAB', 'brand', 'Eliquis'],
    ['ASA 81 mg', 'synonym', 'ASA'],
    ['eloquis', 'spelling', 'Eliquis'],
    ['asprin', 'spelling', 'aspirin'],
  ])('`%s` is recognised: %s', (text, match, name) => {
    expect(recognise(text)).toMatchObject({ match, name, suggestions: [] });
  });

  test('tells its ingredients with their classes and codes', () => {
    expect(recognise('Eliquis')).toMatchObject({
      generic: 'apixaban',
      classes: ['anticoagulant'],
      ingredients: [
        { name: 'apixaban', classes: ['anticoagulant'], rxcui: '1364430', over_the_counter: false },
      ],
    });
  });

  test('of a combination has every ingredient and the classes of all, `no-action` only when it is alone', () => {
    const { generic, classes } = recognise('Excedrin Migraine');
    expect(generic).toBe('acetaminophen/aspirin/caffeine');
    expect(classes).toEqual(['antiplatelet']);
    expect(recognise('Tylenol #3').classes).toEqual(['no-action']);
  });

  test.each([
    ['warfarin/coumadin', 'warfarin'],
    ['Eliquis (apixaban)', 'apixaban'],
    ['Excedrin Migraine (acetaminophen, aspirin, caffeine)', 'acetaminophen/aspirin/caffeine'],
    ['lisinopril-hctz 20-12.5', 'lisinopril/hydrochlorothiazide'],
    ['Eliquis apixiban', 'apixaban'],
    ['asprin ASA', 'aspirin'],
  ])('`%s` beside another of the same medicine is one medicine', (text, generic) => {
    expect(recognise(text).generic).toBe(generic);
  });
});

describe('a line of which a word cannot be read', () => {
  test.each([
    'mystery powder aspirin-free',
    'aspirin-free',
    'not Eliquis but Advil',
    'husband takes warfarin',
  ])('`%s` is not recognised', (text) => {
    expect(recognise(text)).toMatchObject({ match: 'none', ingredients: [], classes: [] });
  });

  test('offers the names that it holds, and the nearest ones', () => {
    expect(recognise('mystery aspirin').suggestions[0]).toBe('aspirin');
    expect(recognise('brilintex').suggestions).toContain('Brilinta');
    expect(recognise('hydrochl 25 mg').suggestions[0]).toBe('hydrochlorothiazide');
  });

  test('of several such words, each is tried for what to offer', () => {
    expect(recognise('eloquis mystery')).toMatchObject({ match: 'none', suggestions: ['Eliquis'] });
  });

  test('is forgiven a slip in a word that is no name', () => {
    expect(recognise('aspirin chewble')).toMatchObject({ match: 'exact', generic: 'aspirin' });
  });

  test('is not tried word by word when it is no line but a letter', () => {
    const letter = 'mystery aspirin '.repeat(500);
    expect(recognise(letter)).toMatchObject({ match: 'none', suggestions: ['aspirin'] });
  });

  test('is told nothing of: who knows what the words change', () => {
    expect(recognise('stopped mystery aspirin').status).toBeUndefined();
  });
});

describe('words that do not name one medicine', () => {
  test('a brand whose formulas differ is asked about, with its variants', () => {
    expect(recognise('Excedrin 2 tabs')).toMatchObject({
      match: 'none',
      suggestions: ['Excedrin Migraine', 'Excedrin Tension Headache'],
      ask: 'Which Excedrin is it?',
    });
  });

  test('"blood thinner" is a question back, with the classes it may mean', () => {
    expect(recognise('blood thinner, white pill')).toMatchObject({
      match: 'none',
      ask: 'Which blood thinner is it?',
      means: ['anticoagulant', 'antiplatelet'],
    });
  });

  test('beside a name they only describe it', () => {
    expect(recognise('eloquis (blood thinner)')).toMatchObject({
      match: 'spelling',
      generic: 'apixaban',
    });
    expect(recognise('Eliquis (blood thinner)')).toMatchObject({
      match: 'brand',
      generic: 'apixaban',
    });
  });

  test('unless they mean something else: nothing is lost behind a name', () => {
    expect(recognise('Tylenol and a blood thinner')).toMatchObject({
      match: 'none',
      suggestions: ['Tylenol'],
      ask: 'Which blood thinner is it?',
    });
  });

  test('the ending of an unknown name suggests a class, and is no recognition', () => {
    expect(recognise('mysteroxaban')).toMatchObject({ match: 'none', means: ['anticoagulant'] });
  });
});

describe('what a line tells besides', () => {
  test.each([
    [
      'aspirin 81 mg chew tab po qd',
      { strength: { value: 81, unit: 'mg' }, route: 'oral', frequency: 'daily' },
    ],
    ['Voltaren 1% gel', { route: 'topical' }],
    ['diclofenac eye drops', { route: 'eye' }],
    ['metoprolol ER', { form: 'extended' }],
    ['ibuprofen 800 tid prn', { frequency: 'as-needed' }],
    ['Rybelsus', { route: 'oral', regimen: 'daily' }],
    ['Ozempic once a week', { frequency: 'weekly', regimen: 'weekly' }],
    ['Eliquis for afib', { takenFor: 'atrial-fibrillation' }],
    ['aspirin (last 11/19)', { lastTaken: '11/19' }],
    ['Eliquis @ 2026-11-20 08:00', { lastTaken: '2026-11-20 08:00' }],
  ])('`%s`', (text, told) => {
    expect(recognise(text)).toMatchObject(told);
  });

  test('two routes are none: the cautious reading stands', () => {
    expect(recognise('diclofenac tablets and gel').route).toBeUndefined();
  });

  test('a schedule is told only of a medicine that has one', () => {
    expect(recognise('aspirin daily').regimen).toBeUndefined();
  });
});

describe('whether it is taken', () => {
  test.each([
    ['aspirin - stopped 2 wks ago', 'stopped', '2 wks ago'],
    ['no aspirin for 7 days', 'stopped', 'for 7 days'],
    ['used to take warfarin', 'stopped', undefined],
    ['denies aspirin', 'denied', undefined],
    ['denies NSAIDs', 'denied', undefined],
    ['allergic to ASA', 'allergy', undefined],
    ['restarted aspirin yesterday', undefined, 'yesterday'],
    ['did not stop Eliquis', undefined, undefined],
    ['stopped, then restarted aspirin', undefined, undefined],
  ])('`%s`', (text, status, lastTaken) => {
    const read = recognise(text);
    expect([read.status, read.lastTaken]).toEqual([status, lastTaken]);
  });

  test('is not told of two medicines at once', () => {
    expect(recognise('stopped aspirin Eliquis')).toMatchObject({
      match: 'none',
      suggestions: ['aspirin', 'Eliquis'],
    });
  });
});

test('whatever is written, the same text is always read the same, and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      expect(new Recogniser(smallVocabulary).recognise(text)).toEqual(recognise(text));
    }),
  );
});
