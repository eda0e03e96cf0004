import { describe, expect, test } from 'vitest';

import type { ChangedReading } from '../../../../src/audit/diff/readings/changed-readings.ts';
import { probeLines, waysIn } from '../../../../src/audit/diff/readings/probe-lines.ts';
import { smallVocabulary } from '../../../support/small-formulary.ts';

const parts = { names: ['apixaban', 'ibuprofen'], ways: ['cream'] };

function linesWith(kind: ChangedReading['kind'], ...words: readonly string[]): string[] {
  return [...probeLines({ kind, words, before: 1, after: 2 }, parts)];
}

describe('a line to try', () => {
  test('holds a changed word beside a medicine of each kind', () => {
    expect(linesWith('phrase', 'ppx')).toEqual(['apixaban ppx', 'ibuprofen ppx']);
    expect(linesWith('joining word', 'plus')).toEqual([
      'apixaban plus ibuprofen',
      'ibuprofen plus apixaban',
    ]);
    expect(linesWith('class', 'nsaid')).toEqual(['apixaban cream', 'ibuprofen cream']);
    expect(linesWith('only swallowed', 'apixaban')).toEqual(['apixaban cream']);
    expect(linesWith('unit', 'iu')).toContain('apixaban 20000 iu');
  });

  test('lies between two names that are taken for each other', () => {
    const lines = linesWith('look-alikes', 'Brilinta / Brintellix');
    expect(lines).toContain('Brilintellix');
    expect(lines).toContain('Brilnta');
  });

  test('is made of the first few of many words that are read alike', () => {
    expect(linesWith('everyday word', 'a', 'b', 'c', 'd').some((line) => line === 'd')).toBe(false);
  });
});

test('each way of taking a medicine has one word', () => {
  const routes = smallVocabulary.phrases.flatMap(({ tells }) => tells.route ?? []);
  expect(waysIn([smallVocabulary, smallVocabulary])).toHaveLength(new Set(routes).size);
});
