import { expect, test } from 'vitest';

import { Recogniser } from '../../../src/medicines/recogniser.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';

const recogniser = new Recogniser(smallVocabulary);
const parts = (line: string): string[] => recogniser.read(line).map(({ asWritten }) => asWritten);

test.each([
  ['Eliquis 5 mg bid; metoprolol 25', ['Eliquis 5 mg bid', 'metoprolol 25']],
  ['aspirin, Advil and Tylenol', ['aspirin', 'Advil', 'Tylenol']],
  ['aspirin & Advil + Tylenol', ['aspirin', 'Advil', 'Tylenol']],
  ['aspirin 81 mg Eliquis 5 mg', ['aspirin 81 mg', 'Eliquis 5 mg']],
  ['1. aspirin 2. Advil', ['aspirin', 'Advil']],
  ['aspirin daily Eliquis bid', ['aspirin daily', 'Eliquis bid']],
  ['aspirin\nAdvil', ['aspirin', 'Advil']],
  ['aspirin, Advil, and Tylenol', ['aspirin', 'Advil', 'Tylenol']],
  ['aspirin along with Advil but not Tylenol', ['aspirin', 'Advil', 'not Tylenol']],
  ['meds (aspirin, Advil)', ['meds (aspirin', 'Advil)']],
  ['Eliquis and a white pill', ['Eliquis', 'a white pill']],
  ['Eliquis + white pill', ['Eliquis', 'white pill']],
])('`%s` is several medicines', (line, expected) => {
  expect(parts(line)).toEqual(expected);
});

test.each([
  'lisinopril-hctz 20-12.5',
  'warfarin/coumadin',
  'aspirin, 81 mg, daily',
  'Eliquis 5 mg (apixaban) bid',
  'Excedrin Migraine (acetaminophen, aspirin, caffeine)',
  'aspirin 2 pills in the morning and 1 pill at night',
  'blood thinner, white pill',
  'aspirin - stopped 2 wks ago, last dose 11/2',
])('`%s` is one', (line) => {
  expect(parts(line)).toEqual([line]);
});

test.each(['none', 'no meds', ''])('`%s` names nothing', (line) => {
  expect(recogniser.read(line)).toEqual([]);
});
