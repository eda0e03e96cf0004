import { writeFileSync } from 'node:fs';

import { wrap, WIDTH } from '../../report/wrap.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { reasonOf } from '../files.ts';
import { lockWithPassphrase, newKeyPair } from '../records/age.ts';
import { askPassphrase } from '../records/passphrase.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

export interface KeygenOptions {
  readonly out: string;
  readonly passphrase?: boolean;
  readonly json?: boolean;
}

/** Makes a key of age: the private half into a file, the public one to print. */
export async function makeKey(options: KeygenOptions, terminal: Terminal): Promise<ExitCode> {
  const { out, passphrase: isLocked, json: isJson } = options;
  const { identity, recipient } = await newKeyPair();
  const text = `# public key: ${recipient}\n${identity}\n`;
  const content = isLocked
    ? await lockWithPassphrase(text, await newPassphrase(out, terminal))
    : text;
  try {
    writeFileSync(out, content, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    throw new Trouble(`${out}: ${reasonOf(error)}`);
  }
  if (isJson) print(terminal, JSON.stringify({ recipient, identity_file: out }, null, 2));
  else print(terminal, recipient);
  complain(
    terminal,
    [
      `The private key is in ${out}.`,
      'No record that is encrypted for it can be read without it: keep a copy elsewhere.',
      'To encrypt records, write the public key, above, under `record_recipients` in clinic.yaml.',
    ]
      .flatMap((line) => wrap(line, WIDTH))
      .join('\n'),
  );
  return EXIT.done;
}

/** Asked twice where it is typed, so that a slip does not lock the key away. */
async function newPassphrase(out: string, terminal: Terminal): Promise<string> {
  const first = await askPassphrase(`New passphrase for ${out}`, terminal);
  if (first.length < 12)
    throw new Trouble('a passphrase of fewer than 12 characters is soon guessed');
  if ((await askPassphrase('The same once more', terminal)) !== first)
    throw new Trouble('the two passphrases are not the same');
  return first;
}
