import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { Listed } from '../../../src/batch/worklist.ts';
import { RepeatsFile } from '../../../src/cli/batch/repeats-file.ts';
import { folderWith } from '../../support/command-line.ts';

function row(id: string, line: number, more: Partial<Listed> = {}): Listed {
  const { at = 0, disposition = 'hold' } = more;
  return { id, line, record: line - 1, at, disposition, task: 'nothing', standing: [] };
}

function file(folder = folderWith(), goOnAt?: number): RepeatsFile {
  return new RepeatsFile(join(folder, 'out.csv'), ['a.csv', 'b.csv'], goOnAt);
}

test('who stands in several rows for one procedure is named by where, and whether they are decided differently', () => {
  const repeats = file();
  repeats.add('a.csv', [row('A', 2), row('B', 3), row('C', 4), row('A', 5)]);
  repeats.add('b.csv', [row('C', 2, { disposition: 'go' }), row('D', 3)]);
  expect(repeats.find()).toEqual({
    patients: 2,
    named: [
      {
        rows: 2,
        places: [
          { file: 'a.csv', line: 2 },
          { file: 'a.csv', line: 5 },
        ],
        dispositions: ['hold'],
      },
      {
        rows: 2,
        places: [
          { file: 'a.csv', line: 4 },
          { file: 'b.csv', line: 2 },
        ],
        dispositions: ['hold', 'go'],
      },
    ],
  });
});

test('two procedures of one patient are nothing to tell', () => {
  const repeats = file();
  repeats.add('a.csv', [row('A', 2, { at: 1 }), row('A', 3, { at: 2 })]);
  expect(repeats.find()).toEqual({ patients: 0, named: [] });
});

test('all are counted and a few are named, however few rows are compared at a time', () => {
  const repeats = file();
  for (const start of [0, 3000])
    repeats.add(
      'a.csv',
      Array.from({ length: 3000 }, (_, index) => row(`P-${index % 1500}`, start + index)),
    );
  const { patients, named } = repeats.find(100);
  expect(patients).toBe(1500);
  expect(named.map(({ rows, places }) => [rows, places[0]?.line])).toEqual([
    [4, 0],
    [4, 1],
    [4, 2],
    [4, 3],
    [4, 4],
  ]);
  expect(repeats.find()).toEqual(repeats.find(100));
});

test('rows of a run that was interrupted count, those that it had not told are taken back, and nothing stays', () => {
  const folder = folderWith();
  const before = file(folder);
  before.add('a.csv', [row('A', 2)]);
  const told = before.sync();
  before.add('a.csv', [row('B', 3)]);
  before.end(true);
  const after = file(folder, told);
  after.add('a.csv', [row('B', 3), row('A', 4)]);
  expect(after.find().named[0]?.places.map(({ line }) => line)).toEqual([2, 4]);
  after.end();
  expect(readdirSync(folder)).toEqual([]);
});
