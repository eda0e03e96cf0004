import { expect, test } from 'vitest';

import { Lexicon } from '../../../src/medicines/lexicon.ts';
import { Spelling } from '../../../src/medicines/spelling/spelling.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';

const spelling = new Spelling(new Lexicon(smallVocabulary));
const meant = (written: string): string | undefined => spelling.guess(written).meant?.entry.spelled;
const nearest = (written: string): string[] =>
  spelling
    .guess(written)
    .nearest()
    .map(({ entry }) => entry.spelled);

test.each([
  ['eloquis', 'Eliquis'],
  ['ellaquiz', 'Eliquis'],
  ['cumadin', 'Coumadin'],
  ['motren', 'Motrin'],
  ['brillinta', 'Brilinta'],
])('`%s` can only mean %s', (written, name) => {
  expect(meant(written)).toBe(name);
});

test.each(['brintelinta', 'brilintex'])(
  '`%s` may be one of two that are confused: it is asked about',
  (written) => {
    expect(meant(written)).toBeUndefined();
  },
);

test('the nearest names are offered first', () => {
  expect(nearest('brintlix')[0]).toBe('Brintellix');
});

test('nothing is picked for what is too short', () => {
  expect(meant('as')).toBeUndefined();
  expect(nearest('as')).toContain('ASA');
});

test('a medicine that no rule concerns must be nearer than one that matters', () => {
  expect(meant('lisinoprel')).toBe('lisinopril');
  expect(meant('lysinaprel')).toBeUndefined();
  expect(meant('warferine')).toBe('warfarin');
});

test('a phrase with a letter wrong is known, but never one of stopping or denying', () => {
  expect(spelling.isNearPhrase('chewble')).toBe(true);
  expect(spelling.isNearPhrase('stoped')).toBe(false);
  expect(spelling.isNearPhrase('denyes')).toBe(false);
  expect(spelling.isNearPhrase('mystery')).toBe(false);
});
