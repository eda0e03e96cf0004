import { expect, test } from 'vitest';

import { Speller } from '../../../src/medicines/spelling/speller.ts';

const keys = ['apixaban', 'eliquis', 'plavix', 'xarelto'];
const speller = new Speller(keys);
const near = (written: string, limit: number): [string | undefined, number][] =>
  speller.near(written, limit).map(({ index, cost }) => [keys[index], cost]);

test('a name is near by its letters', () => {
  expect(near('eliqus', 2)).toEqual([['eliquis', 2]]);
});

test('and by ear, which costs as much as an easy slip', () => {
  expect(near('plaviks', 2)).toEqual([['plavix', 1]]);
  expect(near('zahrelto', 2)).toEqual([['xarelto', 1]]);
});

test('the nearest comes first, at the lower of both costs', () => {
  expect(near('eliquis', 4)[0]).toEqual(['eliquis', 0]);
});

test('a beginning is enough when it is only begun', () => {
  expect(speller.near('apixx', 2, true).map(({ index }) => keys[index])).toEqual(['apixaban']);
  expect(speller.near('apixx', 2)).toEqual([]);
});
