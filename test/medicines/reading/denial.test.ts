import { describe, expect, test } from 'vitest';

import { Recogniser } from '../../../src/medicines/recogniser.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';

const recogniser = new Recogniser(smallVocabulary);
const recognise = (text: string) => recogniser.recognise(text);

describe('a denial that cannot be misread', () => {
  test.each([
    ['no aspirin', 'denied'],
    ['No: aspirin', 'denied'],
    ['denies aspirin', 'denied'],
    ['not taking aspirin 81 mg tablets', 'denied'],
    ['does not take asprin', 'denied'],
    ['never takes Eliquis', 'denied'],
    ['no longer takes Eliquis', 'stopped'],
    ['- denies aspirin', 'denied'],
    ['allergic to aspirin', 'allergy'],
    ['allergy: aspirin', 'allergy'],
    ['aspirin - allergic', 'allergy'],
    ['aspirin (allergy)', 'allergy'],
    ['aspirin: no', 'denied'],
    ['aspirin 81 mg (not taking)', 'denied'],
    ['apixaban (Eliquis) 5 mg tablets (not taking)', 'denied'],
    ['allergic to aspirin (hives)', 'allergy'],
    ["hasn't had aspirin", 'denied'],
  ])('`%s`', (text, status) => {
    expect(recognise(text)).toMatchObject({ status, suggestions: [] });
    expect(recognise(text).match).not.toBe('none');
  });

  test('may be of a kind of medicine', () => {
    expect(recognise('denies NSAIDs')).toMatchObject({ match: 'none', status: 'denied' });
  });
});

describe('one that could be misread is asked about, and the medicine is not lost', () => {
  test.each([
    ['no generic, Eliquis only', 'Eliquis'],
    ['does not take Eliquis with food', 'Eliquis'],
    ['no Eliquis in the morning', 'Eliquis'],
    ['never without aspirin', 'aspirin'],
    ['No. 81 mg aspirin', 'aspirin'],
    ['no-brand aspirin', 'aspirin'],
    ['no 2 aspirin', 'aspirin'],
    ['Eliquis no', 'Eliquis'],
    ['Eliquis - denies', 'Eliquis'],
    ['Eliquis: no bleeding', 'Eliquis'],
    ['Eliquis (no, only before surgery)', 'Eliquis'],
    ['Eliquis (not taking', 'Eliquis'],
    ['aspirin none since 2 weeks', 'aspirin'],
    ['no aspirin, started 11/10/2026', 'aspirin'],
    ['no meds, Coumadin', 'Coumadin'],
    ['nothing, Eliquis', 'Eliquis'],
    ['no aspirin this morning', 'aspirin'],
    ['denies denies aspirin', 'aspirin'],
    ['denies allergy to aspirin', 'aspirin'],
    ['Tylenol Allergy', 'Tylenol'],
    ['allergy Tylenol', 'Tylenol'],
    ['aspirin rash', 'aspirin'],
    ['no Eliquis (apixaban)', 'Eliquis'],
  ])('`%s`', (text, name) => {
    const { match, status, suggestions } = recognise(text);
    expect({ match, status }).toEqual({ match: 'none', status: undefined });
    expect(suggestions).toContain(name);
  });
});

describe('a denial of nothing in particular', () => {
  test.each(['none', 'no meds', 'nothing'])('`%s` names nothing', (line) => {
    expect(recogniser.read(line)).toEqual([]);
  });

  test('hides no pill that is spoken of', () => {
    expect(recogniser.read('none, just the blue pill')).toMatchObject([{ match: 'none' }]);
  });
});
