import { expect, test } from 'vitest';

import { LineReader } from '../../../src/medicines/reading/line.ts';
import { NameIndex } from '../../../src/medicines/name-index.ts';
import { phrasesOf, segment } from '../../../src/medicines/reading/segment.ts';
import { smallVocabulary } from '../../support/small-formulary.ts';

const reader = new LineReader(smallVocabulary.units);
const names = new NameIndex(smallVocabulary.names.keys);
const phrases = phrasesOf(smallVocabulary);

/** The runs of a line: a name as it is spelled, or what else it is. */
function runs(text: string): string[] {
  return segment(reader.read(text).tokens, names, phrases).map((each) =>
    each.kind === 'name' ? (smallVocabulary.names.spelled[each.name] ?? '') : each.kind,
  );
}

test.each([
  ['aspirin 81 mg po daily', ['aspirin', 'phrase', 'phrase']],
  ['Tylenol #3 prn', ['Tylenol #3', 'phrase']],
  ['Tylenol 2 tabs', ['Tylenol', 'number', 'phrase']],
  ['Voltaren 1% gel', ['Voltaren Gel']],
  ['lisinopril-hctz', ['lisinopril', 'HCTZ']],
  ['mystery aspirin', ['unread', 'aspirin']],
  ['metoprolol succinate', ['metoprolol succinate']],
])('`%s` is read as %j', (line, expected) => {
  expect(runs(line)).toEqual(expected);
});

test('what is a name as well as a phrase is a phrase beside another name', () => {
  expect(runs('aspirin one a day')).toEqual(['aspirin', 'phrase']);
  expect(runs('One A Day')).toEqual(['One A Day']);
});
