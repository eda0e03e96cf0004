import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { isMissing, namesIn } from './folder.ts';
import { unfinishedFolder } from './write-private.ts';

/** Longer than any save takes, in milliseconds. */
const LONGEST = 3_600_000;

/** Removes what programs that crashed long ago left half written: none of it ever had the name of a record. */
export function clearUnfinished(folder: string): void {
  const unfinished = unfinishedFolder(folder);
  for (const name of namesIn(unfinished)) {
    const file = join(unfinished, name);
    try {
      // By the clock of the disk on which both lie, not by ours.
      const age = statSync(unfinished).mtimeMs - statSync(file).mtimeMs;
      if (age > LONGEST) rmSync(file, { force: true });
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
}
