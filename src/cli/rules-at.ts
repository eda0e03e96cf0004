/** Rules as they stand in a folder, in a commit of git (`main:rules`), or as they were shipped. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { type Bench, healthyFaults } from '../audit/regions/bench.ts';
import { screener } from '../evaluation/screen.ts';
import { Recogniser } from '../medicines/recogniser.ts';
import { isSiteFile, loadRules, type LoadedRules } from '../rules/load.ts';
import { readSite } from '../rules/read-site.ts';
import type { SourceText } from '../source/diagnostic.ts';
import { readText, readYamlFolder, shippedRulesFolder } from './files.ts';
import { git } from './git.ts';
import type { Terminal } from './terminal.ts';
import { Trouble } from './trouble.ts';

export interface RulesAt {
  readonly texts: readonly SourceText[];
  readonly rules: LoadedRules;
  readonly bench: Bench;
}

/** Reads the rules that a word names, and puts them in force at the clinic of the site file: the one chosen, their own, or that shipped. */
export function rulesAt(where: string, site: string | undefined, terminal: Terminal): RulesAt {
  return rulesOf(where, sourcesOf(where, terminal), site, terminal);
}

/** Puts the rules of these files in force. */
export function rulesOf(
  where: string,
  sources: readonly SourceText[],
  site: string | undefined,
  terminal: Terminal,
): RulesAt {
  const loaded = loadRules(sources);
  if (!loaded.ok) throw new Trouble(`${where}: the rules cannot be used`, loaded.diagnostics);
  const own = site === undefined ? sources.find(isSiteFile) : undefined;
  const bench = own ? benchAt(loaded.value, own) : benchOf(loaded.value, site, terminal);
  needHealthy(where, bench);
  return { texts: sources, rules: loaded.value, bench };
}

/** The rules of a folder in the commit that last changed its approvals; undefined where git has no such thing. */
export function rulesLastApproved(
  folder: string,
  site: string | undefined,
  terminal: Terminal,
): RulesAt | undefined {
  try {
    const at = (...args: readonly string[]): string => mustKnow(args, folder, folder).trim();
    const commit = at('log', '-1', '--format=%H', '--', 'approvals.yaml');
    if (commit === '') return undefined;
    const where = `${commit}:${at('rev-parse', '--show-prefix')}`;
    return rulesOf(where, sourcesInGit(where, folder), site, terminal);
  } catch (error) {
    // No repository, or rules of another time that cannot be read any more: there is nothing to hold against.
    if (error instanceof Trouble) return undefined;
    throw error;
  }
}

export function benchOf(rules: LoadedRules, site: string | undefined, { home }: Terminal): Bench {
  return benchAt(rules, readText(site ?? join(home, 'rules', 'clinic.yaml')));
}

/** Without a healthy patient nothing can be tried and nothing proved. */
export function needHealthy(where: string, bench: Bench): void {
  const [fault] = healthyFaults(bench);
  if (fault)
    throw new Trouble(`${where}: the healthy patient is none: ${fault.field}: ${fault.message}`);
}

function benchAt(rules: LoadedRules, site: SourceText): Bench {
  const read = readSite(site, rules.ruleSet);
  if (!read.ok) throw new Trouble('the site file cannot be used', read.diagnostics);
  const recogniser = new Recogniser(rules.vocabulary);
  return {
    screener: screener(rules.ruleSet, recogniser, read.value, 'sha256:audit'),
    vocabulary: rules.vocabulary,
    healthy: rules.healthy,
  };
}

/** The files at a place. */
export function sourcesOf(where: string, { home }: Terminal): SourceText[] {
  if (where === 'shipped') return readYamlFolder(shippedRulesFolder(home));
  if (existsSync(where) || !where.includes(':')) return readYamlFolder(where);
  return sourcesInGit(where);
}

/** Every YAML file below a folder of a commit. */
function sourcesInGit(where: string, cwd = '.'): SourceText[] {
  const colon = where.indexOf(':');
  const ref = where.slice(0, colon);
  const folder = where.slice(colon + 1);
  if (ref === '' || ref.startsWith('-'))
    throw new Trouble(`${where}: no commit is named; write it like main:rules`);
  const list = ['ls-tree', '-r', '-z', '--name-only', '--full-tree', ref, '--', folder];
  const names = mustKnow(list, where, cwd)
    .split('\0')
    .filter((name) => /\.ya?ml$/.test(name));
  if (names.length === 0) throw new Trouble(`${where}: there is no YAML file in it`);
  return names.map((name) => ({
    file: `${ref}:${name}`,
    text: mustKnow(['show', `${ref}:${name}`], where, cwd),
  }));
}

function mustKnow(args: readonly string[], where: string, cwd: string): string {
  const printed = git(args, cwd);
  if (printed === undefined)
    throw new Trouble(`${where}: there is no such folder, and git knows no such commit`);
  return printed;
}
