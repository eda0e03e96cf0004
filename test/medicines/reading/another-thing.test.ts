import { describe, expect, test } from 'vitest';

import { Recogniser } from '../../../src/medicines/recogniser.ts';
import { shippedVocabulary } from '../../support/shipped.ts';

const recogniser = new Recogniser(shippedVocabulary);

describe('what may be another medicine is not lost behind the name of one', () => {
  test.each([
    'metoprolol and a small white pill',
    'a small white pill and metoprolol',
    'metoprolol and supplements',
    'metoprolol and supplments',
    'metoprolol and a shot',
    'metoprolol daily and one pill',
    'metoprolol and a cream',
    'metoprolol + cream',
    'metoprolol and 2% cream',
    'metoprolol, the blue pill',
    'metoprolol the blue pill',
    'lisinopril for blood clot pill',
    'lisinopril supplements',
    'metoprolol and one for clots',
    'metoprolol, one for blood clot',
    'metoprolol (and a blue one)',
    'metoprolol and water pill',
    'metoprolol, water pill',
    'metoprolol blood thinner',
    'metoprolol cholesterol pill',
  ])('`%s`', (text) => {
    const { match, suggestions } = recogniser.recognise(text);
    expect(match).toBe('none');
    expect(['metoprolol', 'lisinopril']).toContain(suggestions[0]);
  });
});

describe('words that are said of the medicine itself do not hide it', () => {
  test.each([
    ['Eliquis pill', 'apixaban'],
    ['Ozempic (0.25 or 0.5 MG/DOSE) 2 MG/3ML Solution Pen-injector', 'semaglutide'],
    ['Aleve yesterday x2', 'naproxen'],
    ['Eliquis one pill in the morning and one pill at night', 'apixaban'],
    ['Eliquis 5 mg pill', 'apixaban'],
    ['Eliquis take one pill by mouth daily', 'apixaban'],
    ['that little white pill, Eloquis or something', 'apixaban'],
    ['metoprolol 1 tablet in the morning and 2 tablets at bedtime', 'metoprolol'],
    ['Lovenox 40 mg shot daily', 'enoxaparin'],
    ['fish oil supplement', 'fish oil'],
    ['vitamin D supplement', 'vitamin D'],
    ['Eliquis 5 mg bid, for afib', 'apixaban'],
    ['ibuprofen take one or two tablets as needed', 'ibuprofen'],
    ['metoprolol one tablet in am and one tablet at bedtime', 'metoprolol'],
    ['Eliquis (blood thinner)', 'apixaban'],
    ['metoprolol blood pressure pill', 'metoprolol'],
    ['warfarin and coumadin', 'warfarin'],
  ])('`%s`', (text, generic) => {
    expect(recogniser.recognise(text).generic).toBe(generic);
  });
});
