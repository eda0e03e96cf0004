/** What a site adds to the vocabulary: files in the form of our formulary, and names that it imported. */
import {
  type Diagnostic,
  type Parsed,
  sortDiagnostics,
  type SourceText,
} from '../source/diagnostic.ts';
import type { Path } from '../source/document.ts';
import { parseYamlWith } from '../source/parse-with.ts';
import { compileVocabulary } from './compile/compile-vocabulary.ts';
import { foldName } from './fold.ts';
import type { FormularySource } from './compile/formulary-part.ts';
import type { ImportedNames } from './imported/imported-names.ts';
import type { OurNames } from './imported/layered-recogniser.ts';
import { readImportedNames } from './imported/read-imported-names.ts';
import { REASONS, Vetting } from './imported/vetting.ts';
import { Lexicon } from './lexicon.ts';
import { NameIndex } from './name-index.ts';
import { siteFormularyFile } from './schema.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The texts that a site names in its file. */
export interface SiteTexts {
  readonly formulary: readonly SourceText[];
  readonly imported: readonly SourceText[];
}

export interface SiteVocabulary extends OurNames {
  /** Ours with the site's formulary. */
  readonly vocabulary: Vocabulary;
  /** Names that stand below it. */
  readonly imported?: ImportedNames;
}

/** Adds a site's names to a vocabulary, of which nothing may come to mean something else. */
export function readSiteVocabulary(ground: Vocabulary, texts: SiteTexts): Parsed<SiteVocabulary> {
  const parsed = texts.formulary.map((source) => parseYamlWith(siteFormularyFile, source));
  const files = parsed.flatMap((file) => (file.ok ? [file.value] : []));
  const { vocabulary, diagnostics } = compileVocabulary(files, ground);
  const faults = [
    ...parsed.flatMap((file) => (file.ok ? [] : file.diagnostics)),
    ...diagnostics.filter(({ severity }) => severity === 'error'),
    ...secondImport(texts.imported),
  ];
  if (faults.length === 0) faults.push(...tooNear(files, ground, vocabulary));
  if (faults.length > 0) return { ok: false, diagnostics: sortDiagnostics(faults) };
  const ours = tableOf(vocabulary);
  const [source] = texts.imported;
  if (!source) return { ok: true, value: { vocabulary, ...ours } };
  const imported = readImportedNames(source, ours.lexicon, ours.names);
  if (!imported.ok) return imported;
  return { ok: true, value: { vocabulary, ...ours, imported: imported.value } };
}

function tableOf(vocabulary: Vocabulary): OurNames {
  return { lexicon: new Lexicon(vocabulary), names: new NameIndex(vocabulary.names.keys) };
}

/** A release is one whole: of two months, one is too old. */
function secondImport([, second]: readonly SourceText[]): Diagnostic[] {
  if (!second) return [];
  const message = 'a site has one file of imported names, and this is a second';
  return [
    {
      code: 'second-import',
      severity: 'error',
      message,
      span: { source: second, start: 0, end: 1 },
    },
  ];
}

/** The parts of a file that give names. */
const NAMING = ['ingredients', 'combinations', 'abbreviations', 'misspellings'] as const;

/** New names that a slip of the pen takes for ours, unless the site says that it knows they look alike. */
function tooNear(
  files: readonly FormularySource[],
  ground: Vocabulary,
  vocabulary: Vocabulary,
): Diagnostic[] {
  const before = tableOf(ground);
  const vetting = new Vetting(before.lexicon, before.names);
  const { lexicon, names } = tableOf(vocabulary);
  const groups = vocabulary.lookalikes.slice(ground.lookalikes.length);
  const seen = new Set(groups.flat());
  const faults: Diagnostic[] = [];
  for (const { document, value } of files) {
    for (const { text, path } of NAMING.flatMap((part) => [...textsIn(value[part], [part])])) {
      const key = foldName(text);
      const index = names.find(key);
      if (index === undefined || seen.has(index) || before.names.find(key) !== undefined) continue;
      seen.add(index);
      const { product } = lexicon.entry(index);
      const known = ground.ingredients.length;
      const of = product?.of.filter((number) => number < known) ?? [];
      const others = product?.of.filter((number) => number >= known) ?? [];
      const strangers = lexicon.ingredients(others).map(({ name }) => name);
      const verdict = product && vetting.judge({ spelled: text, of, strangers });
      if (verdict === undefined || verdict === 'known') continue;
      if (verdict.reason !== 'look-alike' && verdict.reason !== 'holds-name') continue;
      faults.push({
        code: verdict.reason,
        severity: 'error',
        message: `\`${text}\` ${REASONS[verdict.reason]}: \`${verdict.against ?? ''}\``,
        help: 'name both under `lookalikes:` if each of them is right',
        span: document.locate(path),
      });
    }
  }
  return faults;
}

function* textsIn(value: unknown, path: Path): Generator<{ text: string; path: Path }> {
  if (typeof value === 'string') yield { text: value, path };
  if (typeof value !== 'object' || value === null) return;
  const isList = Array.isArray(value);
  for (const [key, child] of Object.entries(value)) {
    yield* textsIn(child, [...path, isList ? Number(key) : key]);
  }
}
