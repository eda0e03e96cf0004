import { expect, test } from 'vitest';

import { changedReadings, titleOf } from '../../../../src/audit/diff/readings/changed-readings.ts';
import type { Vocabulary } from '../../../../src/medicines/vocabulary.ts';
import { smallVocabulary } from '../../../support/small-formulary.ts';

function changed(part: Partial<Vocabulary>): string[] {
  return changedReadings(smallVocabulary, { ...smallVocabulary, ...part }).map(titleOf);
}

test('words that are read alike, before and now, are named together', () => {
  const [first, ...others] = smallVocabulary.phrases;
  const { keys } = first ?? { keys: [] };
  expect(changed({ phrases: others })).toEqual([
    expect.stringMatching(/^phrase \S+, \S+, \S+ and \d+ more$/),
  ]);
  const words = changedReadings(smallVocabulary, { ...smallVocabulary, phrases: others });
  expect(words.flatMap((each) => each.words)).toEqual([...new Set(keys)].toSorted());
});

test('every other part of the formulary is looked at', () => {
  expect(changed({ stems: [] })).toEqual(['ending xaban']);
  expect(changed({ lookalikes: [] })).toEqual(['look-alikes Brilinta / Brintellix']);
  expect(changed({ joins: { ...smallVocabulary.joins, or: [] } })).toEqual([
    'joining word nor, or',
  ]);
  expect(changed({ units: { ...smallVocabulary.units, meq: [] } })).toEqual(['unit meq']);
  expect(changed({ everyday: smallVocabulary.everyday.slice(1) })).toHaveLength(1);
  expect(changed({ oral_only: [0] })).toEqual(['only swallowed apixaban']);
  expect(changed({ presentations: [{ of: [0], names: ['A pen', 'B'], ask: 'Which?' }] })).toEqual([
    'presentations A pen / B',
  ]);
});
