/**
 * A folder of records: `0000042.record` and so on, the tip beside them, the rules that decided below `rules/`, and what
 * is being written below `unfinished/`.
 */
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { readSealed, paddedNumber, type SealedReading } from '../../records/sealed-record.ts';
import { reasonOf } from '../files.ts';
import { digestHex } from '../digest-hex.ts';
import { stateFolder } from '../state-folder.ts';
import type { Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

/** --records, PRESCREEN_RECORDS, or a folder beside the drafts. */
export function recordsFolder(named: string | undefined, { env }: Terminal): string {
  const own = named ?? env['PRESCREEN_RECORDS'];
  return own === undefined || own === '' ? join(stateFolder(env), 'records') : own;
}

export function recordFile(folder: string, number: number): string {
  return join(folder, `${paddedNumber(number)}.record`);
}

const RECORD = /^(\d{7,})\.record$/;
const OTHERS: ReadonlySet<string> = new Set(['tip.json', 'rules', 'unfinished']);

/** The numbers of the records that are there, in order; none when there is no folder yet. */
export function recordNumbers(folder: string): readonly number[] {
  return namesIn(folder)
    .flatMap((name) => RECORD.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** What does not belong there, such as the copy that a service made of a record which two have written. */
export function strangeNames(folder: string): readonly string[] {
  return namesIn(folder).filter((name) => !RECORD.test(name) && !OTHERS.has(name));
}

export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw new Trouble(`${folder}: ${reasonOf(error)}`);
  }
}

/** The record of this number; undefined when there is none. */
export function readRecord(folder: string, number: number): SealedReading | undefined {
  const bytes = readIfThere(recordFile(folder, number));
  return bytes && readSealed(bytes, digestHex);
}

/** The bytes of a file; undefined when there is none. */
export function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new Trouble(`${file}: ${reasonOf(error)}`);
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Makes the folder for its owner alone; the mode that its files are to have. */
export function prepareFolder(folder: string): number {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  accessSync(folder, constants.W_OK);
  // A folder that its group may write to is shared on purpose; its files then are the group's too.
  return (statSync(folder).mode & 0o020) === 0 ? 0o600 : 0o660;
}
