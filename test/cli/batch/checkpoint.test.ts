import { join } from 'node:path';

import { expect, test } from 'vitest';

import { NONE } from '../../../src/batch/tally.ts';
import { Checkpoint, runKey } from '../../../src/cli/batch/checkpoint.ts';
import { folderWith } from '../../support/command-line.ts';

const SAVED = {
  now: 42,
  tally: { ...NONE, rows: 3, rejected: 1, faults: new Map([['not-a-date', 1]]) },
  named: [],
  joined: new Set(['A-1']),
  results: { bytes: 10, isFirst: false },
  rejects: [{ key: 'k', path: 'p', bytes: 5 }],
};

test('a checkpoint is read as it was saved, the moment of the run with it', () => {
  const out = join(folderWith(), 'out.csv');
  const checkpoint = new Checkpoint(out, 'key', () => 0);
  expect(checkpoint.exists).toBe(false);
  checkpoint.save(SAVED);
  expect(new Checkpoint(out, 'key', () => 0).read()).toMatchObject(SAVED);
  checkpoint.remove();
  expect(checkpoint.exists).toBe(false);
});

test('a checkpoint of another run is refused', () => {
  const out = join(folderWith(), 'out.csv');
  new Checkpoint(out, 'key', () => 0).save(SAVED);
  expect(() => new Checkpoint(out, 'other', () => 0).read()).toThrow('run it without --resume');
});

test('one is due after a while', () => {
  let now = 0;
  const checkpoint = new Checkpoint('out.csv', 'key', () => now);
  expect(checkpoint.isDue()).toBe(false);
  now = 5000;
  expect(checkpoint.isDue()).toBe(true);
});

test('a run is another one when a file of it changes', () => {
  const [one, other] = ['a', 'bc'].map((text) => runKey([join(folderWith({ x: text }), 'x')], 1));
  expect(one).not.toBe(other);
});
