import { expect, test } from 'vitest';

import { soundOf } from '../../../src/medicines/spelling/sound.ts';

test.each([
  ['plavix', 'plaviks'],
  ['xarelto', 'zahrelto'],
  ['ibuprofen', 'ibuprophen'],
  ['coumadin', 'koomadin'],
  ['ozempic', 'ohzempick'],
  ['jardiance', 'jardianse'],
  ['celexa', 'sellexa'],
])('`%s` and `%s` sound alike', (name, heard) => {
  expect(soundOf(heard)).toBe(soundOf(name));
});

test.each([
  ['plavix', 'paxil'],
  ['celebrex', 'celexa'],
  ['brilinta', 'brintellix'],
])('`%s` and `%s` do not', (name, other) => {
  expect(soundOf(other)).not.toBe(soundOf(name));
});
