import { expect, test } from 'vitest';

import { judgeEdit, plantable, plantedEdits } from '../../support/planted-edits.ts';

/** Of each kind so many, from so far on: quick ones. `npm run bench:planted-edits` tries 200, the slow ones too. */
const DRAWN = [
  { kind: 'rules', count: 4, offset: 0.5 },
  { kind: 'definitions', count: 1, offset: 0.15 },
  { kind: 'parameters', count: 2, offset: 0.5 },
  { kind: 'tables', count: 1, offset: 0.8 },
] as const;

test('there are far more ways to get the rules wrong than are tried', () => {
  expect(plantable.length).toBeGreaterThan(1000);
});

test(
  'each planted edit is found with a patient who replays, or proved to change nothing',
  { timeout: 300_000 },
  () => {
    const edits = DRAWN.flatMap(({ kind, count, offset }) => {
      const ofKind = plantable.filter((edit) => edit.kind === kind);
      return plantedEdits(count, offset, ofKind);
    });
    const missed = edits.flatMap((edit) => {
      const outcome = judgeEdit(edit);
      return /^(?:found|cosmetic)/.test(outcome) ? [] : [`${edit.what}: ${outcome}`];
    });
    expect(missed).toEqual([]);
  },
);
