import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { TextDecoder } from 'node:util';

import { type Fields, fieldsOf } from '../medicines/imported/rrf.ts';
import { reasonOf } from './files.ts';
import { Trouble } from './trouble.ts';

const CHUNK = 1 << 20;

/** Hands over each row of an RRF file in turn, of which only a piece is in memory; returns the file's digest. */
export function readRrf(
  file: string,
  columns: readonly string[],
  take: (fields: Fields) => void,
): string {
  const hash = createHash('sha256');
  let line = 0;
  let rest = '';
  const takeLine = (text: string): void => {
    line += 1;
    const fields = fieldsOf(text.endsWith('\r') ? text.slice(0, -1) : text, columns);
    if (typeof fields !== 'number') return take(fields);
    throw new Trouble(`${file}:${line}: expected ${columns.length} fields, found ${fields}`);
  };
  for (const piece of decoded(file, (bytes) => hash.update(bytes))) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const each of lines) takeLine(each);
  }
  if (rest !== '') takeLine(rest);
  return `sha256:${hash.digest('hex')}`;
}

function* decoded(file: string, see: (bytes: Uint8Array) => void): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (const bytes of chunks(file)) {
    see(bytes);
    yield decode(file, decoder, bytes);
  }
  yield decode(file, decoder);
}

function decode(file: string, decoder: TextDecoder, bytes?: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch {
    throw new Trouble(`${file}: the file is not UTF-8 text`);
  }
}

function* chunks(file: string): Generator<Uint8Array> {
  const buffer = new Uint8Array(CHUNK);
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    for (let size = 1; size > 0;) {
      size = readSync(handle, buffer);
      if (size > 0) yield buffer.subarray(0, size);
    }
  } catch (error) {
    throw new Trouble(`${file}: ${reasonOf(error)}`);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
