import { expect, test } from 'vitest';

import { compareText } from '../../src/source/compare-text.ts';

test('texts stand in the order of their code units', () => {
  expect(['b', 'ä', 'Z', 'a', 'a'].toSorted(compareText)).toEqual(['Z', 'a', 'a', 'b', 'ä']);
});
