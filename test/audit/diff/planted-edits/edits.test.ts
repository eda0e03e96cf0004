import { expect, test } from 'vitest';

import { plantable, plantedEdits } from '../../../support/planted-edits.ts';

test('there are far more ways to get the rules wrong than are tried', () => {
  expect(plantable.length).toBeGreaterThan(1000);
  expect(new Set(plantedEdits(200)).size).toBe(200);
});
