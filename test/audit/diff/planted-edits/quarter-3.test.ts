/** @module-tag long */
import { expect, test } from 'vitest';

import { missedIn } from '../../../support/planted-edits.ts';

test('each edit is found with a patient who replays, or proved to change nothing; and nobody else changes', () => {
  expect(missedIn(2, 4)).toEqual([]);
}, 1_200_000);
