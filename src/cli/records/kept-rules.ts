/** The rules that decided, kept once for each digest beside the records: content-addressed and compressed. */
import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import * as z from 'zod';

import { parseJson } from '../../source/parse-json.ts';
import { contentDigest, forceDigest, forceOf, type ForceParts, type InForce } from '../in-force.ts';
import { digestHex } from '../digest-hex.ts';
import { VERSION } from '../version.ts';
import { readIfThere } from './folder.ts';
import { writePrivate } from './write-private.ts';

function rulesFile(folder: string, digest: string): string {
  return join(folder, 'rules', `${digest.replace('sha256:', '')}.json.gz`);
}

/** Keeps what is in force, unless it is kept already. */
export function keepRules(folder: string, inForce: InForce, mode: number): void {
  const file = rulesFile(folder, inForce.screener.digest);
  if (existsSync(file)) return;
  const { names, ...parts } = inForce.parts();
  const named = names.map(({ file: path, text }) => ({ file: basename(path), text }));
  mkdirSync(join(folder, 'rules'), { recursive: true, mode: mode === 0o660 ? 0o770 : 0o700 });
  const content = JSON.stringify({ tool_version: VERSION, ...parts, names: named });
  writePrivate({ folder, file, mode }, gzipSync(content));
}

export type KeptRules =
  | { readonly ok: true; readonly inForce: InForce; readonly isOfThisVersion: boolean }
  | { readonly ok: false; readonly fault: 'missing' | 'altered' | 'of another version' };

/** What `keepRules` writes, so far as its digest asks; that digest vouches for the rest. */
const kept = z.object({
  /** Of the program, whose form the rest has. */
  tool_version: z.string(),
  ruleSet: z.unknown(),
  vocabulary: z.unknown(),
  site: z.looseObject({}),
  names: z.array(z.strictObject({ file: z.string(), text: z.string() })),
});

/**
 * Puts in force again what decided under a digest. What does not give that digest is not used. Rules that another
 * version kept may be of a form that this one cannot use.
 */
export async function keptRules(folder: string, digest: string): Promise<KeptRules> {
  const bytes = readIfThere(rulesFile(folder, digest));
  if (bytes === undefined) return { ok: false, fault: 'missing' };
  const parts = readParts(bytes);
  if (!parts || digestOf(parts) !== digest) return { ok: false, fault: 'altered' };
  const isOfThisVersion = parts.tool_version === VERSION;
  try {
    return { ok: true, inForce: await forceOf(parts), isOfThisVersion };
  } catch (error) {
    if (isOfThisVersion) throw error;
    return { ok: false, fault: 'of another version' };
  }
}

type KeptParts = ForceParts & { readonly tool_version: string };

function readParts(bytes: Buffer): KeptParts | undefined {
  try {
    const value = parseJson(gunzipSync(bytes).toString('utf8'));
    return kept.safeParse(value).success ? (value as KeptParts) : undefined;
  } catch (error) {
    // Bytes that are not what was compressed.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      return undefined;
    throw error;
  }
}

function digestOf({ ruleSet, vocabulary, site, names }: ForceParts): string {
  const digests = names.length === 0 ? undefined : names.map(({ text }) => digestHex(text));
  return forceDigest(contentDigest(ruleSet, vocabulary), site, digests);
}
