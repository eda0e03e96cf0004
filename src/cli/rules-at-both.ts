/** The rules of two places, to be compared. */
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import type { Bench } from '../audit/regions/bench.ts';
import { namesIn, recordsFolder } from './records/folder.ts';
import { keptRules } from './records/kept-rules.ts';
import { needHealthy, type RulesAt, rulesAt, rulesOf, sourcesOf } from './rules-at.ts';
import { complain, type Terminal } from './terminal.ts';
import { Trouble } from './trouble.ts';

export interface BothOptions {
  readonly site?: string;
  /** Where the rules of a digest are kept. */
  readonly records?: string;
}

/** The rules of two places. What the language of rules did not ask for yet when the old ones were written, the new ones lend. */
export async function rulesAtBoth(
  [before, after]: readonly [string, string],
  options: BothOptions,
  terminal: Terminal,
): Promise<readonly [RulesAt, RulesAt]> {
  const { site } = options;
  const lender = [after, before].find((where) => !isDigest(where)) ?? 'shipped';
  const lending = rulesAt(lender, site, terminal);
  const kept = (digest: string): Promise<RulesAt> =>
    rulesOfDigest(digest, recordsFolder(options.records, terminal), lending);
  const now = isDigest(after) ? await kept(after) : lending;
  if (isDigest(before)) return [await kept(before), now];
  const sources = sourcesOf(before, terminal);
  const lent = LENT.filter((key) => !sources.some(({ text }) => hasPart(text, key)));
  for (const key of lent)
    complain(terminal, `${before}: there is no \`${key}:\` in it; that of ${after} is taken`);
  const parts = lent.map((key) => ({
    file: `${key}.yaml`,
    text: JSON.stringify({ [key]: now.rules.ruleSet[key] }),
  }));
  const old = rulesOf(before, [...sources, ...parts], site, terminal);
  return [old, { ...now, bench: withSharedNames(now.bench, old.bench) }];
}

/** The bench with the recogniser of another one, where that knows the same names: what it recognised is not looked up twice. */
function withSharedNames(bench: Bench, other: Bench): Bench {
  if (!isDeepStrictEqual(other.vocabulary, bench.vocabulary)) return bench;
  const {
    vocabulary,
    screener: { recogniser },
  } = other;
  return { ...bench, vocabulary, screener: { ...bench.screener, recogniser } };
}

/** Texts that every rule set has once, and that decide nothing. */
const LENT = ['wording', 'plans', 'sheet'] as const;

function hasPart(text: string, key: string): boolean {
  return text.split('\n').some((line) => line.startsWith(`${key}:`));
}

function isDigest(where: string): boolean {
  return /^sha256:[0-9a-f]{8,64}$/.test(where);
}

/** The rules that decided under a digest, or under the only one that begins so. The healthy patient is lent to them. */
async function rulesOfDigest(start: string, folder: string, lent: RulesAt): Promise<RulesAt> {
  const found = namesIn(join(folder, 'rules')).flatMap((name) => {
    const digest = `sha256:${name.replace('.json.gz', '')}`;
    return digest.startsWith(start) ? [digest] : [];
  });
  const [digest, ...others] = found;
  if (digest === undefined) throw new Trouble(`${start}: no such rules are kept in ${folder}`);
  if (others.length > 0) throw new Trouble(`${start}: rules of ${found.length} digests begin so`);
  const kept = await keptRules(folder, digest);
  if (!kept.ok) throw new Trouble(`${digest}: the rules that are kept are ${kept.fault}`);
  const { screener, parts } = kept.inForce;
  const { vocabulary } = parts();
  const bench: Bench = { screener, vocabulary, healthy: lent.bench.healthy };
  needHealthy(digest, bench);
  const { ruleSet } = screener.prepared;
  const undeclared = { examples: [], cases: [], spans: new Map() };
  return { texts: [], rules: { ...lent.rules, ...undeclared, ruleSet, vocabulary }, bench };
}
