/** The approvals of a rules folder, read and held against themselves and against the keys of the site. */
import { createPublicKey, verify } from 'node:crypto';
import { existsSync } from 'node:fs';

import { type ReadApproval, readApprovals, type Seals } from '../audit/approvals/read-approvals.ts';
import type { Hash } from '../audit/approvals/rule-digests.ts';
import { signableOf } from '../audit/approvals/signed-parts.ts';
import { signatureStatus, type SignatureStatus } from '../audit/approvals/signature-status.ts';
import type { Bench } from '../audit/regions/bench.ts';
import type { Screener } from '../evaluation/screen.ts';
import type { Vocabulary } from '../medicines/vocabulary.ts';
import type { LoadedRules } from '../rules/load.ts';
import type { Site } from '../rules/site.ts';
import type { SourceText } from '../source/diagnostic.ts';
import { digestHex } from './digest-hex.ts';
import { approvalsFileOf, readText } from './files.ts';
import { loadSources } from './load-sources.ts';
import type { GlobalOptions } from './options.ts';
import { benchOf } from './rules-at.ts';
import type { Terminal } from './terminal.ts';
import { Trouble } from './trouble.ts';

export const hash: Hash = (text) => `sha256:${digestHex(text)}`;

const SEALS: Seals = {
  hash,
  isSigned: (text, signature, key) => {
    const publicKey = createPublicKey({
      key: Buffer.from(key, 'base64'),
      format: 'der',
      type: 'spki',
    });
    return verify(null, Buffer.from(text), publicKey, Buffer.from(signature, 'base64'));
  },
};

/** None when the folder has no such file. */
export function approvalsIn(folder: string, site: Site): readonly ReadApproval[] {
  const file = approvalsFileOf(folder);
  return existsSync(file) ? trusted(readText(file), site) : [];
}

function trusted(file: SourceText, site: Site): readonly ReadApproval[] {
  const read = readApprovals(file, site, SEALS);
  if (!read.ok) throw new Trouble('the approvals cannot be trusted', read.diagnostics);
  return read.value;
}

/** How many rules there are, and how many of them nobody has signed as they stand; `texts`: their files, signatures and all. */
export function groundsAmong(
  texts: readonly SourceText[],
  bench: Bench,
): { readonly rules: number; readonly unsigned: number } {
  const file = texts.find((text) => /(^|[/\\:])approvals\.ya?ml$/.test(text.file));
  const status = statusOf(bench, file ? trusted(file, bench.screener.site) : []);
  return { rules: status.rules.length, unsigned: status.unsigned };
}

/** The rules of a folder as they are written, at the clinic of the site file, and who signed them. */
export interface SignedRules {
  readonly rules: LoadedRules;
  readonly folder: string;
  readonly bench: Bench;
  readonly approvals: readonly ReadApproval[];
  readonly status: SignatureStatus;
}

export function readSigned(options: GlobalOptions, terminal: Terminal): SignedRules {
  const { folder, ...rules } = loadSources(options, terminal);
  const bench = benchOf(rules, options.site, terminal);
  const approvals = approvalsIn(folder, bench.screener.site);
  return { rules, folder, bench, approvals, status: statusOf(bench, approvals) };
}

export function statusOf(bench: Bench, approvals: readonly ReadApproval[]): SignatureStatus {
  return signatureStatus(signableOf(bench), approvals, hash);
}

/** What decides, so far as it is signed. */
interface Decides {
  readonly site: Site;
  readonly screener: Screener;
  readonly parts: () => { readonly vocabulary: Vocabulary };
}

/** The signatures of the rules in force; of the medicines, only those that go with the rules are signed with them. */
export function signaturesIn(folder: string, { site, screener, parts }: Decides): SignatureStatus {
  const rules = {
    prepared: screener.prepared,
    // Thousands of names, which rules that nobody approved do not need.
    get vocabulary() {
      return parts().vocabulary;
    },
  };
  return signatureStatus(rules, approvalsIn(folder, site), hash);
}
