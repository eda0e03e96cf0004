import { readText } from '../files.ts';
import type { Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { isArmored, type Open, openWith, openWithPassphrase } from './age.ts';
import { recordsFolder } from './folder.ts';
import { askPassphrase } from './passphrase.ts';

export interface StoreOptions {
  readonly records?: string;
  readonly identity?: string;
}

/** A folder of records, and what opens those that are encrypted. */
export interface Store {
  readonly folder: string;
  /** Undefined without a key. */
  readonly open: Open | undefined;
}

/** The folder that the options name, with the key of --identity or PRESCREEN_IDENTITY. */
export async function storeOf(options: StoreOptions, terminal: Terminal): Promise<Store> {
  const folder = recordsFolder(options.records, terminal);
  const file = options.identity ?? terminal.env['PRESCREEN_IDENTITY'] ?? '';
  return { folder, open: file === '' ? undefined : await keyOf(file, terminal) };
}

/** The keys of an identity file, as age-keygen writes it; it may be encrypted with a passphrase itself. */
async function keyOf(file: string, terminal: Terminal): Promise<Open> {
  const { text } = readText(file);
  const plain = isArmored(text)
    ? await openWithPassphrase(text, await askPassphrase(`Passphrase of ${file}`, terminal))
    : text;
  if (plain === undefined) throw new Trouble(`${file}: the passphrase does not open it`);
  const identities = plain
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (identities.length === 0) throw new Trouble(`${file}: there is no key in it`);
  return openWith(identities, file);
}
