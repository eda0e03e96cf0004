import { renameSync, rmSync } from 'node:fs';

import { reasonOf } from './files.ts';
import { Trouble } from './trouble.ts';
import { writeDurably } from './write-durably.ts';

/** Writes a file beside and renames it, so that under its name it is there whole or as it was. */
export function writeWhole(file: string, content: string | Uint8Array, mode = 0o666): void {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    writeDurably(beside, content, { mode });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Trouble(`${file}: ${reasonOf(error)}`);
  }
}
