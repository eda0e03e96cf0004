/** Encryption at rest in the age format (age-encryption.org/v1). Few need the library, so it is loaded when one does. */
import { Trouble } from '../trouble.ts';

/** An age file in its armor, opened; undefined when none of the keys is one of its own. */
export type Open = (armored: string) => Promise<string | undefined>;

/** Encrypts texts for all of the recipients; throws when one of them is none. */
export async function lockFor(
  recipients: readonly string[],
): Promise<(text: string) => Promise<string>> {
  const { armor, Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const each of recipients) {
    orRefuse(`\`${each}\` is no recipient; one is made by prescreen records keygen`, () =>
      encrypter.addRecipient(each),
    );
  }
  return async (text) => armor.encode(await encrypter.encrypt(text));
}

/** Opens what was encrypted for one of these identities; throws when one of them is none. */
export async function openWith(identities: readonly string[], file: string): Promise<Open> {
  const { armor, Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  for (const each of identities) {
    orRefuse(`${file}: a line of it is no key of age`, () => decrypter.addIdentity(each));
  }
  return (armored) => orClosed(async () => decrypter.decrypt(armor.decode(armored), 'text'));
}

export async function lockWithPassphrase(text: string, passphrase: string): Promise<string> {
  const { armor, Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return armor.encode(await encrypter.encrypt(text));
}

export async function openWithPassphrase(
  armored: string,
  passphrase: string,
): Promise<string | undefined> {
  const { armor, Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  return orClosed(async () => decrypter.decrypt(armor.decode(armored), 'text'));
}

export interface KeyPair {
  readonly identity: string;
  readonly recipient: string;
}

export async function newKeyPair(): Promise<KeyPair> {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export function isArmored(text: string): boolean {
  return text.trimStart().startsWith('-----BEGIN AGE ENCRYPTED FILE-----');
}

/** The library throws plain errors; of a key, it throws only when it cannot be read. */
function orRefuse(message: string, act: () => void): void {
  try {
    act();
  } catch {
    throw new Trouble(message);
  }
}

/** The library throws plain errors; whatever keeps a file from being opened, it stays closed, and that is told. */
async function orClosed(open: () => Promise<string>): Promise<string | undefined> {
  try {
    return await open();
  } catch {
    return undefined;
  }
}
