import { expect, test } from 'vitest';

import { judgeEdit, plantable, plantedEdits } from '../../support/planted-edits.ts';

/** A part of the 200 that `npm run bench:planted-edits` tries, drawn from all rules, parameters and tables. */
const EDITS = 8;

test('there are far more ways to get the rules wrong than are tried', () => {
  expect(plantable.length).toBeGreaterThan(1000);
});

test(
  'each planted edit is found with a patient who replays, or proved to change nothing',
  { timeout: 300_000 },
  () => {
    const missed = plantedEdits(EDITS, 0.5).flatMap((edit) => {
      const outcome = judgeEdit(edit);
      return /^(?:found|cosmetic)/.test(outcome) ? [] : [`${edit.what}: ${outcome}`];
    });
    expect(missed).toEqual([]);
  },
);
