import { type Diagnostic, sortDiagnostics } from '../source/diagnostic.ts';
import { compileIngredients } from './compile-ingredients.ts';
import { compileLanguage } from './compile-language.ts';
import {
  compileCombinations,
  compileSpellings,
  compileVariants,
  compileWords,
} from './compile-names.ts';
import { defined } from './defined.ts';
import { foldName } from './fold.ts';
import { Faults, type FormularySource, partOf } from './formulary-part.ts';
import { NameTable } from './name-table.ts';
import type { Names, Vocabulary } from './vocabulary.ts';

/** Joins the files of a formulary into one vocabulary, with every fault of all of them. */
export function compileVocabulary(files: readonly FormularySource[]): {
  readonly vocabulary: Vocabulary;
  readonly diagnostics: readonly Diagnostic[];
} {
  const faults = new Faults();
  const table = new NameTable(faults);
  const classes = partOf(files, 'class_names').map(({ item: { id, title, why } }) => ({
    id,
    title,
    ...defined({ why }),
  }));
  const known = new Set(classes.map(({ id }) => id));
  const ingredients = compileIngredients(files, known, table, faults);
  compileCombinations(files, ingredients.numbers, table, faults);
  compileSpellings(files, table, faults);
  const variants = compileVariants(files, table, faults);
  const words = compileWords(files, known, table, faults);
  const { names, products } = table.finish();
  const vocabulary = {
    classes,
    ingredients: ingredients.known,
    products,
    variants,
    words,
    names,
    lookalikes: compileLookalikes(files, names, faults),
    stems: partOf(files, 'stems').map(({ item, at }) => {
      faults.classes(item.means, known, at('means'));
      return item;
    }),
    ...compileLanguage(files, faults),
  };
  return { vocabulary, diagnostics: sortDiagnostics(faults.found) };
}

function compileLookalikes(
  files: readonly FormularySource[],
  { keys }: Names,
  faults: Faults,
): number[][] {
  const numbers = new Map(keys.map((key, number) => [key, number]));
  return partOf(files, 'lookalikes').map(({ item, at }) =>
    item.flatMap((name, index) => {
      const number = numbers.get(foldName(name));
      if (number === undefined) faults.unknown('name', name, at(index), 'warning');
      return number ?? [];
    }),
  );
}
