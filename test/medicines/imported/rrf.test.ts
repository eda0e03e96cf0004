import { expect, test } from 'vitest';

import { CONSO, fieldsOf, fieldTaker, REL } from '../../../src/medicines/imported/rrf.ts';
import { nameRow, relationRows } from '../../support/small-release.ts';

test('a line has a field for each column, and each is closed by a pipe', () => {
  expect(CONSO).toHaveLength(18);
  expect(REL).toHaveLength(16);
  expect(fieldsOf('a|b||', ['A', 'B', 'C'])).toEqual(['a', 'b', '', '']);
});

test.each([
  ['a|b|', 2],
  ['a|b|c', 2],
  ['a|b|c|d|', 4],
  ['a|b|c|d', 4],
  ['', 0],
])('`%s` has %d fields instead of three', (line, count) => {
  expect(fieldsOf(line, ['A', 'B', 'C'])).toBe(count);
});

test('a field is found by the name of its column', () => {
  const name = fieldsOf(nameRow('161', 'IN', 'acetaminophen'), CONSO);
  const relation = fieldsOf(relationRows('202433', 'tradename_of', '161')[1] ?? '', REL);
  if (typeof name === 'number' || typeof relation === 'number') throw new Error('no row');
  expect([fieldTaker(CONSO)(name, 'STR'), fieldTaker(CONSO)(name, 'SUPPRESS')]).toEqual([
    'acetaminophen',
    'N',
  ]);
  expect(
    (['RXCUI1', 'RXCUI2', 'RELA'] as const).map((at) => fieldTaker(REL)(relation, at)),
  ).toEqual(['161', '202433', 'tradename_of']);
});
