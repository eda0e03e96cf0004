import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { folderWith, run } from './command-line.ts';

/** Runs a batch on files of a folder; what it printed and every file that is there then. */
export async function batch(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...args: readonly string[]
) {
  const folder = folderWith(files);
  const inFolder = args.map((arg) => (/\.\w+$|\*/.test(arg) ? join(folder, arg) : arg));
  const ended = await run(['batch', ...inFolder]);
  const written = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  );
  return { ...ended, files: written, folder };
}
