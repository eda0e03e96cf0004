import type { Diagnostic, Parsed, SourceText } from '../../source/diagnostic.ts';
import { readJson } from '../../source/json-document.ts';
import type { Lexicon } from '../lexicon.ts';
import type { NameIndex } from '../name-index.ts';
import { ImportedNames } from './imported-names.ts';
import { readNamesFile } from './names-file.ts';
import { OurIngredients } from './our-ingredients.ts';

/** Reads a names file to stand beside our names. What it says to be ours has to be ours still. */
export function readImportedNames(
  source: SourceText,
  lexicon: Lexicon,
  names: NameIndex,
): Parsed<ImportedNames> {
  const read = readNamesFile(source);
  if (!read.ok) return read;
  const ours = new OurIngredients(lexicon, names);
  const lost = read.value.ingredients.flatMap((each, index) =>
    each.ours && !ours.called(each.ours) ? [{ each, index }] : [],
  );
  if (lost.length === 0) return { ok: true, value: new ImportedNames(read.value, lexicon, names) };
  const document = readJson(source);
  return {
    ok: false,
    diagnostics: lost.map(({ each, index }): Diagnostic => {
      const message = `the formulary no longer has what \`${each.name}\` was taken for`;
      const span = document.locate(['ingredients', index]);
      const help = 'import the names again';
      return { code: 'unknown-ingredient', severity: 'error', message, help, span };
    }),
  };
}
