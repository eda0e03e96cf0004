/** Approvals of the small rules, with a hash of the machine. */
import { createHash } from 'node:crypto';

import { approve, type Signer } from '../../src/audit/approvals/approve.ts';
import type { ReadApproval } from '../../src/audit/approvals/read-approvals.ts';
import { digestsOf, type Hash, type RuleDigests } from '../../src/audit/approvals/rule-digests.ts';
import { type Signable, signableOf } from '../../src/audit/approvals/signed-parts.ts';
import { bench } from './audit-bench.ts';
import type { RuleParts } from './small-clinic.ts';

export const hash: Hash = (text) => `sha256:${createHash('sha256').update(text).digest('hex')}`;

export function signable(parts: RuleParts): Signable {
  return signableOf(bench(parts));
}

export function digests(parts: RuleParts, rule = 'r'): RuleDigests {
  const rules = signable(parts);
  const body = rules.prepared.ruleSet.rules.find(({ id }) => id === rule);
  if (!body) throw new Error(`no rule ${rule}`);
  return digestsOf(body, rules, hash);
}

const SIGNER: Signer = { by: 'Dr A', role: 'physician', on: '2026-11-01' };

/** The approvals with what a person adds to them; nothing is proved unless `proves` says so. */
export function signedBy(
  by: string,
  ids: readonly string[],
  parts: RuleParts,
  { after = [], proves = false }: { after?: readonly ReadApproval[]; proves?: boolean } = {},
): readonly ReadApproval[] {
  const { entries } = approve(
    ids,
    { ...SIGNER, by },
    { rules: signable(parts), approvals: after, hash, isNoLooser: () => proves },
  );
  return [...after, ...entries.map((entry) => ({ ...entry, isSealed: false }))];
}
