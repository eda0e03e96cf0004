import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { CannotWrite, FileSink } from '../../../src/cli/batch/sink.ts';
import { folderWith } from '../../support/command-line.ts';

describe('a file that goes on', () => {
  test('from its part that is not renamed yet, keeps what was sure and nothing behind it', () => {
    const folder = folderWith({ 'out.csv.partial': 'one\ntwo\nhal' });
    const sink = new FileSink(join(folder, 'out.csv'), 8);
    sink.write(Buffer.from('three\n'));
    sink.finish();
    expect(readdirSync(folder)).toEqual(['out.csv']);
    expect(readFileSync(join(folder, 'out.csv'), 'utf8')).toBe('one\ntwo\nthree\n');
  });

  test('after it was renamed in the last moment before a kill, is finished again', () => {
    const folder = folderWith({ 'out.json': '[\n{}\n]\n' });
    const sink = new FileSink(join(folder, 'out.json'), 4);
    sink.write(Buffer.from('\n]\n'));
    sink.finish();
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('[\n{}\n]\n');
  });

  test.each([
    ['is not there', {}],
    ['was replaced by another under its name', { 'out.csv': 'a wholly different file\n' }],
    ['is shorter', { 'out.csv.partial': 'one' }],
  ])('and %s is refused, and left as it is', (_, files) => {
    const folder = folderWith(files);
    expect(() => new FileSink(join(folder, 'out.csv'), 8)).toThrow(/out\.csv/);
    expect(readdirSync(folder)).toEqual(Object.keys(files));
  });
});

test('what cannot be written says of which file and why', () => {
  const path = join(folderWith(), 'no', 'out.csv');
  expect(() => new FileSink(path)).toThrow(
    new CannotWrite(`${path}: there is no such file or folder`),
  );
});
