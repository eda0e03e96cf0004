import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { writeDurably } from '../write-durably.ts';

export interface Place {
  /** The folder of records, below which it is written first. */
  readonly folder: string;
  readonly file: string;
  readonly mode: number;
}

/** Writes a file of the folder elsewhere and renames it, so that under its name it is there whole or as it was. */
export function writePrivate({ folder, file, mode }: Place, content: string | Uint8Array): void {
  const beside = newUnfinished(folder, mode);
  try {
    writeDurably(beside, content, { mode, isExact: true });
    renameSync(beside, file);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** The path of a file that no one else writes. */
export function newUnfinished(folder: string, mode: number): string {
  const unfinished = unfinishedFolder(folder);
  // What the group may write, it may enter.
  mkdirSync(unfinished, { recursive: true, mode: mode === 0o660 ? 0o770 : 0o700 });
  return join(unfinished, `${process.pid}-${randomBytes(8).toString('hex')}`);
}

export function unfinishedFolder(folder: string): string {
  return join(folder, 'unfinished');
}
