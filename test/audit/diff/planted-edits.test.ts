/** @module-tag long */
import { expect, test } from 'vitest';

import { judgeEdit, plantable, plantedEdits, readersOf } from '../../support/planted-edits.ts';

const EDITS = plantedEdits(200);
/** What more rules read takes ten seconds to compare: of these a few. `npm run bench:planted-edits` tries all 200. */
const MANY = 10;
const OF_THE_SLOW = 2;

test('there are far more ways to get the rules wrong than are tried', () => {
  expect(plantable.length).toBeGreaterThan(1000);
});

test(
  'each planted edit is found with a patient who replays, or proved to change nothing; and nobody else changes',
  { timeout: 600_000 },
  () => {
    const quick = EDITS.filter((edit) => readersOf(edit) < MANY);
    expect(quick.length).toBeGreaterThan(120);
    const slow = EDITS.filter((edit) => readersOf(edit) >= MANY);
    const edits = [...quick, ...plantedEdits(OF_THE_SLOW, 0.5, slow)];
    const missed = edits.flatMap((edit) => {
      const outcome = judgeEdit(edit);
      return outcome === 'found' || outcome === 'cosmetic' ? [] : [`${edit.what}: ${outcome}`];
    });
    expect(missed).toEqual([]);
  },
);
