/** The files of names that a site file lists. */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

import { readSiteVocabulary, type SiteVocabulary } from '../medicines/site-vocabulary.ts';
import type { Vocabulary } from '../medicines/vocabulary.ts';
import type { Site } from '../rules/site.ts';
import type { Diagnostic, SourceText } from '../source/diagnostic.ts';
import { readYaml } from '../source/yaml-document.ts';
import { readText } from './files.ts';
import { digestHex } from './digest-hex.ts';
import { Trouble } from './trouble.ts';

/** A site and the file that it was read from. */
export interface SiteAt {
  readonly file: string;
  readonly site: Site;
}

export interface SiteNames extends SiteVocabulary {
  readonly texts: readonly SourceText[];
  /** SHA-256 of each file, in the order of the list. */
  readonly digests: readonly string[];
}

/** Reads and checks the names that a site adds; `without` leaves out the imported ones. */
export function readSiteNames(
  at: SiteAt,
  ground: Vocabulary,
  without: 'nothing' | 'imported' = 'nothing',
): SiteNames {
  const listed = at.site.vocabulary.map((path, index) => ({ path, index }));
  const wanted = listed.filter(({ path }) => without === 'nothing' || !isImport(path));
  const faults = wanted.flatMap(({ path, index }) => listFault(at, path, index));
  if (faults.length > 0) throw new Trouble('the site file cannot be used', faults);
  const texts = wanted.map(({ path }) => readText(resolve(dirname(at.file), path)));
  return parseSiteNames(texts, ground);
}

/** Reads and checks names of a site that were read from their files. */
export function parseSiteNames(texts: readonly SourceText[], ground: Vocabulary): SiteNames {
  const read = readSiteVocabulary(ground, {
    formulary: texts.filter(({ file }) => !isImport(file)),
    imported: texts.filter(({ file }) => isImport(file)),
  });
  if (!read.ok) throw new Trouble('the names of the site cannot be used', read.diagnostics);
  return { ...read.value, texts, digests: texts.map(({ text }) => digestHex(text)) };
}

function isImport(path: string): boolean {
  return /\.json$/i.test(path);
}

function listFault({ file }: SiteAt, path: string, index: number): Diagnostic[] {
  const isKnown = isImport(path) || /\.ya?ml$/i.test(path);
  if (isKnown && existsSync(resolve(dirname(file), path))) return [];
  const span = readYaml(readText(file)).locate(['vocabulary', index]);
  return isKnown
    ? [{ code: 'missing-file', severity: 'error', message: `there is no file \`${path}\``, span }]
    : [
        {
          code: 'unknown-format',
          severity: 'error',
          message: `\`${path}\` is neither a YAML nor a JSON file`,
          span,
        },
      ];
}
