/** Where the chain of records ends, without going through all of them. */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';

import * as z from 'zod';

import type { Tip } from '../../records/chain-faults.ts';
import { parseJson } from '../../source/parse-json.ts';
import { readSeal, SEAL_BYTES } from '../../records/sealed-record.ts';
import { digestHex } from '../digest-hex.ts';
import { readIfThere, recordFile, recordNumbers } from './folder.ts';
import { writePrivate } from './write-private.ts';

const tip = z.strictObject({ number: z.int().positive(), seal: z.string() });

/** The tip as it was noted last; undefined when it was not, or cannot be read. */
export function notedTip(folder: string): Tip | undefined {
  const text = readIfThere(tipFile(folder))?.toString('utf8');
  return text === undefined ? undefined : tip.safeParse(parseJson(text)).data;
}

/** The last record there is, found from the noted one onward. One that was noted and is gone still counts. */
export function findTip(folder: string): Tip | undefined {
  const noted = notedTip(folder);
  const last = noted?.number ?? recordNumbers(folder).at(-1) ?? 0;
  let number = last;
  while (existsSync(recordFile(folder, number + 1))) number += 1;
  if (noted && number === noted.number) return noted;
  return number === 0 ? undefined : { number, seal: sealOf(recordFile(folder, number)) };
}

/**
 * Notes the tip after a save. Two that save at once may note theirs in either order, so each looks afterwards whether
 * there is a later record, and notes that: when all are done, the last one stands there.
 */
export function noteTip(folder: string, saved: Tip, mode: number): void {
  const noted = notedTip(folder);
  if (noted && noted.number > saved.number) return;
  writePrivate({ folder, file: tipFile(folder), mode }, `${JSON.stringify(saved)}\n`);
  const now = findTip(folder);
  if (now && now.number > saved.number) noteTip(folder, now, mode);
}

function tipFile(folder: string): string {
  return join(folder, 'tip.json');
}

/** The seal of a record, or what stands for it when it was damaged: the next can be chained to it all the same. */
function sealOf(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const end = Buffer.alloc(SEAL_BYTES);
    const from = Math.max(0, fstatSync(handle).size - SEAL_BYTES);
    readSync(handle, end, 0, SEAL_BYTES, from);
    return readSeal(end) ?? `sha256:${digestHex(readFileSync(file))}`;
  } finally {
    closeSync(handle);
  }
}
