import { canonicalJson } from '../../rules/canonical.ts';
import type { RuleBody } from '../../rules/rule-set.ts';
import { type Parts, type Signable, signedParts } from './signed-parts.ts';

/** `sha256:…` of a text; the core has no way to it of its own. */
export type Hash = (text: string) => string;

/** What an approval names of a rule. */
export interface RuleDigests {
  readonly meaning: string;
  readonly wording: string;
  /** Of each part of the meaning, the beginning of its digest: enough to tell which of them changed. */
  readonly parts: Readonly<Record<string, string>>;
}

export function digestsOf(rule: RuleBody, rules: Signable, hash: Hash): RuleDigests {
  const { meaning, wording } = signedParts(rule, rules);
  return {
    meaning: hash(canonicalJson(meaning)),
    wording: hash(canonicalJson(wording)),
    parts: beginnings(meaning, hash),
  };
}

const SHOWN = 12;

function beginnings(parts: Parts, hash: Hash): Record<string, string> {
  const begin = hash('').indexOf(':') + 1;
  return Object.fromEntries(
    Object.entries(parts)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, hash(canonicalJson(part)).slice(begin, begin + SHOWN)]),
  );
}
