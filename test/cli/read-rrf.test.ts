import { createHash } from 'node:crypto';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readRrf } from '../../src/cli/read-rrf.ts';
import { folderWith } from '../support/command-line.ts';

/** More than is read at once, with letters of two bytes wherever a piece may end. */
const ROWS = Array.from({ length: 90_000 }, (_, row) => `${row}|Zoryvé é|`);
const TEXT = `${ROWS.join('\n')}\n`;

function read(text: string): { readonly rows: string[]; readonly digest: string } {
  const rows: string[] = [];
  const file = join(folderWith({ 'X.RRF': text }), 'X.RRF');
  const digest = readRrf(file, ['ROW', 'NAME'], (fields) => rows.push(fields.join('|')));
  return { rows, digest };
}

test('a file longer than what is read at once has each of its rows, in order and whole', () => {
  expect(read(TEXT).rows).toEqual(ROWS);
});

test('the digest is that of the bytes', () => {
  expect(read(TEXT).digest).toBe(`sha256:${createHash('sha256').update(TEXT).digest('hex')}`);
});

test('the last line needs no end, and an empty file has no rows', () => {
  expect(read('1|a|').rows).toEqual(['1|a|']);
  expect(read('').rows).toEqual([]);
});

test('a bad line is told by its number, however far down it stands', () => {
  expect(() => read(`${TEXT}90000|`)).toThrow(/X\.RRF:90001: expected 2 fields, found 1$/);
});
