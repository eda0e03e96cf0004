/** The files of csv-spectrum: what every reader of CSV should read alike. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { CsvReader } from '../../src/batch/csv-reader.ts';

const ROOT = dirname(createRequire(import.meta.url).resolve('csv-spectrum/package.json'));
const NAMES = readdirSync(join(ROOT, 'csvs')).map((name) => name.replace(/\.csv$/, ''));

/** Its JSON is one object, and has another phone number than its CSV. */
const NOT_ITSELF = 'location_coordinates';

test('there are files to read', () => {
  expect(NAMES.length).toBeGreaterThan(10);
  expect(NAMES.every((name) => existsSync(join(ROOT, 'json', `${name}.json`)))).toBe(true);
});

test.each(NAMES.filter((name) => name !== NOT_ITSELF))('%s is read right', (name) => {
  const reader = new CsvReader(',');
  const [header, ...rows] = [
    ...reader.push(readFileSync(join(ROOT, 'csvs', `${name}.csv`), 'utf8')),
    ...reader.end(),
  ];
  const objects = rows.map(({ cells }) =>
    Object.fromEntries((header?.cells ?? []).map((key, index) => [key, cells[index]])),
  );
  expect(objects).toEqual(JSON.parse(readFileSync(join(ROOT, 'json', `${name}.json`), 'utf8')));
});

test('of the one whose two halves differ, the CSV is read', () => {
  const reader = new CsvReader(',');
  reader.push(readFileSync(join(ROOT, 'csvs', `${NOT_ITSELF}.csv`), 'utf8'));
  const [row] = reader.end();
  expect(row?.cells.slice(0, 1)).toEqual(['2095257564']);
});
