import type { Approval } from '../../rules/schema/approvals.ts';
import { hashOf, type ReadApproval, samePerson } from './read-approvals.ts';
import { digestsOf, type Hash, type RuleDigests } from './rule-digests.ts';
import type { Signable } from './signed-parts.ts';
import { lastApproved, versionsOf } from './versions.ts';

/** Who approves, and when. */
export interface Signer {
  readonly by: string;
  readonly role: string;
  /** An ISO date. */
  readonly on: string;
  readonly comment?: string;
  /** Signs a text with the person's key. */
  readonly seal?: (text: string) => string;
}

export interface Signed {
  readonly rules: Signable;
  readonly approvals: readonly ReadApproval[];
  readonly hash: Hash;
  /** Whether it is proved that a rule is no looser than when it had an earlier meaning. */
  readonly isNoLooser: (rule: string, earlier: string) => boolean;
}

export interface Approved {
  /** The new entries, in the order of the ids. */
  readonly entries: readonly Approval[];
  /** What the same person has approved already, as it stands. */
  readonly already: readonly string[];
}

const GONE: RuleDigests = { meaning: 'removed', wording: 'removed', parts: {} };

/** The entries by which a person approves rules as they stand; of a rule that is gone, that it is. */
export function approve(ids: readonly string[], signer: Signer, signed: Signed): Approved {
  const entries: Approval[] = [];
  const already: string[] = [];
  let follows = signed.approvals.at(-1)?.hash ?? 'nothing';
  for (const id of new Set(ids)) {
    const entry = entryFor(id, follows, signer, signed);
    if (entry === 'already') {
      already.push(id);
      continue;
    }
    entries.push(entry);
    follows = entry.hash;
  }
  return { entries, already };
}

function entryFor(
  id: string,
  follows: Approval['follows'],
  { by, role, on, comment, seal }: Signer,
  { rules, approvals, hash, isNoLooser }: Signed,
): Approval | 'already' {
  const rule = rules.prepared.ruleSet.rules.find((each) => each.id === id);
  const { meaning, wording, parts } = rule ? digestsOf(rule, rules, hash) : GONE;
  const versions = versionsOf(approvals.filter((each) => each.rule === id));
  const last = versions.at(-1);
  const own = last?.approvals.findLast((each) => samePerson(each.by, by));
  if (own?.meaning === meaning && own.wording === wording) return 'already';
  const earlier = lastApproved(versions);
  const isProved =
    earlier !== undefined && earlier !== meaning && rule !== undefined && isNoLooser(id, earlier);
  const said = {
    rule: id,
    by,
    role,
    on,
    ...(comment === undefined ? {} : { comment }),
    meaning,
    wording,
    parts,
    ...(isProved ? { not_looser_than: earlier } : {}),
    follows,
  };
  const sum = hashOf(said, hash);
  return { ...said, hash: sum, ...(seal ? { signature: seal(sum) } : {}) };
}
