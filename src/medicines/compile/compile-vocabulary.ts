import { type Diagnostic, sortDiagnostics } from '../../source/diagnostic.ts';
import { compileIngredients } from './compile-ingredients.ts';
import { compileLanguage } from './compile-language.ts';
import {
  compileCombinations,
  compilePresentations,
  compileSpellings,
  compileVariants,
  compileWords,
} from './compile-names.ts';
import { defined } from '../defined.ts';
import { foldName } from '../fold.ts';
import { Faults, type FormularySource, partOf } from './formulary-part.ts';
import { NameIndex } from '../name-index.ts';
import { NameTable } from './name-table.ts';
import type { Names, Vocabulary } from '../vocabulary.ts';

const EMPTY: Vocabulary = {
  classes: [],
  ingredients: [],
  oral_only: [],
  products: [],
  variants: [],
  presentations: [],
  words: [],
  names: { keys: [], spelled: [], kinds: [], meanings: [] },
  lookalikes: [],
  stems: [],
  units: {},
  phrases: [],
  joins: { and: [], or: [] },
  everyday: [],
};

/**
 * Joins the files of a formulary into one vocabulary, with every fault of all of them. To a vocabulary that is the
 * ground, files only add: what it says of a name or an ingredient stands.
 */
export function compileVocabulary(
  files: readonly FormularySource[],
  ground: Vocabulary = EMPTY,
): {
  readonly vocabulary: Vocabulary;
  readonly diagnostics: readonly Diagnostic[];
} {
  const faults = new Faults();
  const table = new NameTable(faults, ground);
  const classes = [...ground.classes, ...compileClasses(files)];
  const known = new Set(classes.map(({ id }) => id));
  const ingredients = compileIngredients(files, known, table, faults);
  compileCombinations(files, ingredients.numbers, table, faults);
  compileSpellings(files, table, faults);
  const variants = [...ground.variants, ...compileVariants(files, table, faults)];
  const words = [...ground.words, ...compileWords(files, known, table, faults)];
  const { names, products } = table.finish();
  const vocabulary = {
    classes,
    ingredients: ingredients.known,
    oral_only: [...ground.oral_only, ...compileOralOnly(files, ingredients.numbers, faults)],
    products,
    variants,
    presentations: [
      ...ground.presentations.map((each) => ({ ...each, of: renumbered(ground, names, each.of) })),
      ...compilePresentations(files, table, names, faults),
    ],
    words,
    names,
    lookalikes: [
      ...ground.lookalikes.map((group) => renumbered(ground, names, group)),
      ...compileLookalikes(files, names, faults),
    ],
    stems: [...ground.stems, ...compileStems(files, known, faults)],
    ...compileLanguage(files, ground, faults),
  };
  return { vocabulary, diagnostics: sortDiagnostics(faults.found) };
}

function compileClasses(files: readonly FormularySource[]): Vocabulary['classes'][number][] {
  return partOf(files, 'class_names').map(({ item: { id, title, why, local } }) => ({
    id,
    title,
    ...defined({ why, local }),
  }));
}

function compileStems(
  files: readonly FormularySource[],
  classes: ReadonlySet<string>,
  faults: Faults,
): Vocabulary['stems'][number][] {
  return partOf(files, 'stems').map(({ item, at }) => {
    faults.classes(item.means, classes, at('means'));
    return item;
  });
}

function compileOralOnly(
  files: readonly FormularySource[],
  numbers: ReadonlyMap<string, number>,
  faults: Faults,
): number[] {
  return partOf(files, 'oral_only').flatMap(({ item, at }) => {
    const number = numbers.get(item);
    if (number === undefined) faults.unknown('ingredient', item, at());
    return number ?? [];
  });
}

/** Names of the ground, among more names than before. */
function renumbered(ground: Vocabulary, { keys }: Names, numbers: readonly number[]): number[] {
  const index = new NameIndex(keys);
  return numbers.flatMap((number) => index.find(ground.names.keys[number] ?? '') ?? []);
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
