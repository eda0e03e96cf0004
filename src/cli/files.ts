import { readdirSync, readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';

import type { SourceText } from '../source/diagnostic.ts';
import { Trouble } from './trouble.ts';

/** Reads a text file. A file that is not there, or is no text, is the user's trouble, not ours. */
export function readText(file: string): SourceText {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new Trouble(`${file}: ${reasonOf(error)}`);
  }
  return { file, text: decode(file, bytes) };
}

export function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Trouble(`${file}: the file is not UTF-8 text`);
  }
}

/** Every YAML file below a folder, in the order of their paths. */
export function readYamlFolder(folder: string): SourceText[] {
  let names: string[];
  try {
    names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new Trouble(`${folder}: ${reasonOf(error)}`);
  }
  const files = names.filter((name) => /\.ya?ml$/.test(name)).toSorted();
  if (files.length === 0) throw new Trouble(`${folder}: there is no YAML file in it`);
  return files.map((name) => readText(join(folder, name)));
}

/** The rules that were shipped, by a path from the current folder where they lie below it. */
export function shippedRulesFolder(home: string): string {
  const folder = join(home, 'rules');
  const path = relative('', folder);
  return path.startsWith('..') || isAbsolute(path) ? folder : path || '.';
}

/** The file of a rules folder that signs the rules. */
export function approvalsFileOf(folder: string): string {
  return join(folder, 'approvals.yaml');
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'the permissions do not allow it',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'it is already there',
  ENOSPC: 'there is no room left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than is allowed here',
  EROFS: 'it may not be written to',
  ENOTDIR: 'it is a file, not a folder',
};

export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === '') throw error;
  return REASONS[code] ?? `it cannot be used (${code})`;
}
