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
  ['aspirin\nAdvil', ['aspirin', 'Advil']],
])('`%s` is several medicines', (line, expected) => {
  expect(parts(line)).toEqual(expected);
});

test.each([
  'lisinopril-hctz 20-12.5',
  'warfarin/coumadin',
  'aspirin, 81 mg, daily',
  'Eliquis 5 mg (apixaban) bid',
  'blood thinner, white pill',
  'aspirin - stopped 2 wks ago, last dose 11/2',
])('`%s` is one', (line) => {
  expect(parts(line)).toEqual([line]);
});

test('what is denied before "or" is denied after it; "and" does not carry so far', () => {
  expect(recogniser.read('denies aspirin or Advil').map(({ status }) => status)).toEqual([
    'denied',
    'denied',
  ]);
  expect(recogniser.read('denies aspirin and Advil').map(({ status }) => status)).toEqual([
    'denied',
    undefined,
  ]);
});

test.each(['none', 'no meds', ''])('`%s` names nothing', (line) => {
  expect(recogniser.read(line)).toEqual([]);
});
