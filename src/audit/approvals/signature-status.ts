/** Which rules are signed as they stand, and what keeps the others from it. */
import type { RuleBody } from '../../rules/rule-set.ts';
import type { ReadApproval } from './read-approvals.ts';
import { digestsOf, type Hash } from './rule-digests.ts';
import type { Signable } from './signed-parts.ts';
import { lastApproved, type Version, versionsOf } from './versions.ts';

export const STATES = [
  'unsigned',
  'stale-meaning',
  'stale-wording',
  'second-signature',
  'signed',
] as const;

/**
 * `stale-…`: signed once, and changed since. `second-signature`: signed as it stands by one person where it takes two.
 */
export type SignatureState = (typeof STATES)[number];

export interface RuleSignature {
  readonly rule: RuleBody;
  readonly state: SignatureState;
  /** Who signed what the rule means now. */
  readonly by: readonly string[];
  /** The parts of the meaning that changed since it was last signed, by name. */
  readonly changed: readonly string[];
  /** All approvals of the rule, those that do not count included. */
  readonly approvals: readonly ReadApproval[];
}

/** A rule that was signed and is gone, without two persons having agreed. */
export interface RemovedRule {
  readonly rule: string;
  readonly by: readonly string[];
}

export interface SignatureStatus {
  readonly rules: readonly RuleSignature[];
  /** How many rules are not signed as they stand. */
  readonly unsigned: number;
  readonly removed: readonly RemovedRule[];
}

export function signatureStatus(
  rules: Signable,
  approvals: readonly ReadApproval[],
  hash: Hash,
): SignatureStatus {
  const bodies = rules.prepared.ruleSet.rules;
  const of = (id: string): ReadApproval[] => approvals.filter(({ rule }) => rule === id);
  const inForce = new Set(bodies.map(({ id }) => id));
  const signatures = bodies.map((rule) => signatureOf(rule, of(rule.id), rules, hash));
  return {
    rules: signatures,
    unsigned: signatures.filter(({ state }) => state !== 'signed').length,
    removed: [...new Set(approvals.map(({ rule }) => rule))].flatMap((id) =>
      inForce.has(id) ? [] : removedRule(id, versionsOf(of(id))),
    ),
  };
}

function signatureOf(
  rule: RuleBody,
  approvals: readonly ReadApproval[],
  rules: Signable,
  hash: Hash,
): RuleSignature {
  const last = versionsOf(approvals).at(-1);
  if (!last || last.meaning === 'removed')
    return { rule, state: 'unsigned', by: [], changed: [], approvals };
  const now = digestsOf(rule, rules, hash);
  const entry = last.approvals.at(-1);
  if (last.meaning !== now.meaning)
    return {
      rule,
      state: 'stale-meaning',
      by: [],
      changed: differing(entry?.parts ?? {}, now.parts),
      approvals,
    };
  const state = !last.isApproved
    ? 'second-signature'
    : entry?.wording === now.wording
      ? 'signed'
      : 'stale-wording';
  return { rule, state, by: last.by, changed: [], approvals };
}

function differing(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).toSorted();
}

function removedRule(rule: string, versions: readonly Version[]): RemovedRule[] {
  if (lastApproved(versions) === undefined) return [];
  const last = versions.at(-1);
  return [{ rule, by: last?.meaning === 'removed' ? last.by : [] }];
}
