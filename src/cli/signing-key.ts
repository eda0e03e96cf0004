/** A person's private key, and what it makes. */
import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';

import { samePerson } from '../audit/approvals/read-approvals.ts';
import type { Site } from '../rules/site.ts';
import { readText } from './files.ts';
import type { Terminal } from './terminal.ts';
import { Trouble } from './trouble.ts';

/** Where the passphrase of an encrypted key stands. */
const PASSPHRASE = 'PRESCREEN_KEY_PASSPHRASE';

/** Signs texts with the key of a file, which has to be the one that the site lists under the name. */
export function sealWith(
  file: string,
  by: string,
  { approvers }: Site,
  { env }: Terminal,
): (text: string) => string {
  const key = readKey(file, env[PASSPHRASE]);
  const own = createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64');
  const listed = approvers.find(({ name }) => samePerson(name, by))?.key;
  if (listed !== own) {
    const what = listed === undefined ? 'no key' : 'another key';
    throw new Trouble(
      `${file}: the site lists ${what} for ${by}. The one of this file is listed in clinic.yaml as\n\napprovers:\n  - {name: ${JSON.stringify(by)}, key: ${own}}\n`,
    );
  }
  return (text) => sign(null, Buffer.from(text), key).toString('base64');
}

function readKey(file: string, passphrase: string | undefined): KeyObject {
  const { text } = readText(file);
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: text, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch {
    throw new Trouble(
      `${file}: this is no private key that can be read; make one with \`openssl genpkey -algorithm ed25519 -out ${file}\`, and give the passphrase of an encrypted one in ${PASSPHRASE}`,
    );
  }
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Trouble(
      `${file}: this is a key of ${key.asymmetricKeyType}; an Ed25519 key is needed`,
    );
  return key;
}
