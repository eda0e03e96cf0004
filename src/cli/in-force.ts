import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Screener, screener } from '../evaluation/screen.ts';
import type { OurNames } from '../medicines/imported/layered-recogniser.ts';
import { toolsOf } from '../medicines/recogniser.ts';
import type { Vocabulary } from '../medicines/vocabulary.ts';
import { canonicalJson } from '../rules/canonical.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Site } from '../rules/site.ts';
import type { SourceText } from '../source/diagnostic.ts';
import { approvalsFileOf, readText, readYamlFolder, shippedRulesFolder } from './files.ts';
import { Medicines } from './medicines.ts';
import { digestHex } from './digest-hex.ts';
import type { SiteNames } from './site-names.ts';
import type { Terminal } from './terminal.ts';
import { Trouble } from './trouble.ts';

/** The options that choose what is in force. */
export interface ForceOptions {
  readonly rules?: string;
  readonly site?: string;
}

/** The shipped rules and site, compiled when the package was built; the medicines stand in a file beside. */
export interface Shipped {
  readonly ruleSet: RuleSet;
  readonly site: Site;
  /** SHA-256 over the content of rules and vocabulary. */
  readonly content: string;
  /** How many rules are not signed by the approvals whose text has the digest. */
  readonly signed?: { readonly approvals: string; readonly unsigned: number };
}

export interface InForce extends Shipped {
  readonly medicines: Medicines;
  readonly screener: Screener;
  /** All of it as data, to put it in force again another day. */
  readonly parts: () => ForceParts;
}

/** What decides, as plain data. */
export interface ForceParts {
  readonly ruleSet: RuleSet;
  readonly vocabulary: Vocabulary;
  readonly site: Site;
  /** The files of names that the site lists, in that order. */
  readonly names: readonly SourceText[];
}

/** The shipped rules and site, or those that the options name, read and checked afresh. */
export async function loadInForce(options: ForceOptions, terminal: Terminal): Promise<InForce> {
  const chosen = await choose(options, terminal);
  const names = await readNames(chosen, siteFileOf(options, terminal));
  const inForce = putInForce(chosen, names);
  const unsigned = await countUnsigned(rulesFolderOf(options, terminal), inForce);
  return { ...inForce, screener: { ...inForce.screener, unsigned } };
}

async function countUnsigned(folder: string, inForce: InForce): Promise<number> {
  const { signed, screener: ready } = inForce;
  const file = approvalsFileOf(folder);
  if (!existsSync(file)) return ready.unsigned;
  if (signed?.approvals === digestHex(readText(file).text)) return signed.unsigned;
  const { signaturesIn } = await import('./approvals.ts');
  return signaturesIn(folder, inForce).unsigned;
}

/** Where the rules in force and their approvals stand. */
export function rulesFolderOf({ rules }: ForceOptions, { home }: Terminal): string {
  return rules ?? shippedRulesFolder(home);
}

/** Puts in force what was kept; its digest follows from its content. */
export async function forceOf({ ruleSet, vocabulary, site, names }: ForceParts): Promise<InForce> {
  const chosen = {
    ruleSet,
    site,
    medicines: new Medicines(() => vocabulary),
    content: contentDigest(ruleSet, vocabulary),
  };
  if (names.length === 0) return putInForce(chosen, undefined);
  const { parseSiteNames } = await import('./site-names.ts');
  return putInForce(chosen, parseSiteNames(names, vocabulary));
}

function putInForce(chosen: Chosen, names: SiteNames | undefined): InForce {
  const { ruleSet, site, content } = chosen;
  const medicines = names ? Medicines.ofSite(names) : chosen.medicines;
  const digest = forceDigest(content, site, names?.digests);
  return {
    ...chosen,
    medicines,
    screener: screener(ruleSet, medicines, site, digest),
    parts: () => ({
      ruleSet,
      vocabulary: chosen.medicines.vocabulary,
      site,
      names: names?.texts ?? [],
    }),
  };
}

/** The digest of all that decides; `names` are those of the files of names, when the site lists any. */
export function forceDigest(
  content: string,
  site: Site,
  names: readonly string[] | undefined,
): string {
  const decides = { content, site: decisive(site), ...(names ? { names } : {}) };
  return `sha256:${digestHex(canonicalJson(decides))}`;
}

/** Our names in force, with those that the site wrote itself: what an import is held against. */
export async function loadOurNames(options: ForceOptions, terminal: Terminal): Promise<OurNames> {
  const chosen = await choose(options, terminal);
  const names = await readNames(chosen, siteFileOf(options, terminal), 'imported');
  return names ?? toolsOf(chosen.medicines.vocabulary);
}

async function readNames(
  { site, medicines }: Chosen,
  file: string,
  without?: 'imported',
): Promise<SiteNames | undefined> {
  if (site.vocabulary.length === 0) return undefined;
  const { readSiteNames } = await import('./site-names.ts');
  return readSiteNames({ file, site }, medicines.vocabulary, without);
}

export function siteFileOf({ site }: ForceOptions, { home }: Terminal): string {
  return site ?? join(home, 'rules', 'clinic.yaml');
}

type Chosen = Omit<InForce, 'screener' | 'parts'>;

async function choose(options: ForceOptions, terminal: Terminal): Promise<Chosen> {
  const { rules, site } = options;
  if (rules === undefined && site === undefined) return readShipped(terminal);
  const content = rules === undefined ? readShipped(terminal) : await readRules(rules);
  const { readSite } = await import('../rules/read-site.ts');
  const read = readSite(readText(siteFileOf(options, terminal)), content.ruleSet);
  if (!read.ok) throw new Trouble(`the site file cannot be used`, read.diagnostics);
  const { ruleSet, medicines, content: digest } = content;
  return { ruleSet, medicines, content: digest, site: read.value };
}

function readShipped({ home }: Terminal): Chosen {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(home, 'dist', name), 'utf8'));
  return {
    ...(read('shipped.json') as Shipped),
    medicines: new Medicines(() => read('vocabulary.json') as Vocabulary),
  };
}

async function readRules(folder: string): Promise<Omit<Chosen, 'site'>> {
  const { loadRules } = await import('../rules/load.ts');
  const loaded = loadRules(readYamlFolder(folder));
  if (!loaded.ok) throw new Trouble('the rules cannot be used', loaded.diagnostics);
  const { ruleSet, vocabulary } = loaded.value;
  return {
    ruleSet,
    medicines: new Medicines(() => vocabulary),
    content: contentDigest(ruleSet, vocabulary),
  };
}

export function contentDigest(ruleSet: RuleSet, vocabulary: Vocabulary): string {
  return digestHex(canonicalJson({ ruleSet, vocabulary }));
}

/** What of a site can change a result. */
function decisive({ time_zone, opening_hours, procedures, overrides }: Site): unknown {
  return { time_zone, opening_hours, procedures, overrides };
}
