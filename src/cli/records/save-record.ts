import { closeSync, fsyncSync, linkSync, openSync, rmSync, statSync } from 'node:fs';

import type { RecordHeader } from '../../records/record.ts';
import { sealRecord } from '../../records/sealed-record.ts';
import { digestHex } from '../digest-hex.ts';
import { Trouble } from '../trouble.ts';
import { recordFile } from './folder.ts';
import type { Keeping } from './keeping.ts';
import { clearUnfinished } from './clear-unfinished.ts';
import { orTrouble } from './or-trouble.ts';
import { findTip, noteTip } from './tip.ts';
import { writeDurably } from '../write-durably.ts';
import { newUnfinished } from './write-private.ts';

type Unchained<T> = T extends unknown
  ? Omit<T, 'schema' | 'number' | 'previous' | 'content'>
  : never;

export interface Saved {
  readonly id: string;
  readonly file: string;
}

/**
 * Saves a record at the end of the chain. The file gets its name by a hard link, which at most one of those that want
 * the same number is given; the others chain themselves to what that one saved, and try the next. So nothing waits for
 * a lock that a crashed program holds, and no half-written file ever has the name of a record.
 */
export function saveRecord(
  { folder, mode, lock }: Keeping,
  header: Unchained<RecordHeader>,
  content: string,
): Saved {
  return orTrouble(folder, () => {
    clearUnfinished(folder);
    const unfinished = newUnfinished(folder, mode);
    try {
      return saveAs(folder, unfinished, mode, (number, previous) => {
        const chained = { schema: 'prescreen.record/1' as const, number, previous };
        const form = lock ? ('age' as const) : ('json' as const);
        return sealRecord({ ...chained, ...header, content: form }, content, digestHex);
      });
    } finally {
      rmSync(unfinished, { force: true });
    }
  });
}

type Chain = (number: number, previous: string | null) => ReturnType<typeof sealRecord>;

function saveAs(folder: string, unfinished: string, mode: number, chain: Chain): Saved {
  for (;;) {
    const tip = findTip(folder);
    const number = (tip?.number ?? 0) + 1;
    const { bytes, id, seal } = chain(number, tip?.seal ?? null);
    writeDurably(unfinished, bytes, { mode, isExact: true });
    const file = recordFile(folder, number);
    if (!takeName(unfinished, file)) continue;
    syncFolder(folder);
    noteTip(folder, { number, seal }, mode);
    return { id, file };
  }
}

/** Whether the file got the name; not when another has it. */
function takeName(unfinished: string, file: string): boolean {
  try {
    linkSync(unfinished, file);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A network may lose the answer to a link that was made: the number of names tells.
    if (code === 'EEXIST') return statSync(unfinished).nlink > 1;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
    const message = 'the file system of this folder cannot give a file a second name (hard link)';
    throw new Trouble(`the record cannot be saved: ${file}: ${message}; give another --records`);
  }
}

/** What Windows and some networks say of a folder: they keep names by themselves. */
const NO_SYNC: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP']);

/** The name itself survives a power cut only when its folder is on the disk too. */
function syncFolder(folder: string): void {
  let handle;
  try {
    handle = openSync(folder, 'r');
    fsyncSync(handle);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && NO_SYNC.has(error.code))) throw error;
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
