import type { Span } from '../../source/diagnostic.ts';
import { defined } from '../defined.ts';
import { foldName } from '../fold.ts';
import { type Faults, type FormularySource, partOf } from './formulary-part.ts';
import { NameIndex } from '../name-index.ts';
import type { NameTable } from './name-table.ts';
import type { Names, Presentation, Variant, Word } from '../vocabulary.ts';

/** Products of several ingredients, under each of their names. */
export function compileCombinations(
  files: readonly FormularySource[],
  numbers: ReadonlyMap<string, number>,
  table: NameTable,
  faults: Faults,
): void {
  for (const { item, at } of partOf(files, 'combinations')) {
    const of = item.of.flatMap((name, index) => {
      const number = numbers.get(name);
      if (number === undefined) faults.unknown('ingredient', name, at('of', index));
      return number ?? [];
    });
    const { route, regimen, prescription } = item;
    const tells = defined({ route, regimen, prescription });
    table.add({ spelled: item.name, kind: 'brand', of, tells, span: at('name') });
    for (const [index, spelled] of (item.also ?? []).entries()) {
      table.add({ spelled, kind: 'brand', of, tells, span: at('also', index) });
    }
  }
}

/** Abbreviations, and misspellings so common that they count as names. */
export function compileSpellings(
  files: readonly FormularySource[],
  table: NameTable,
  faults: Faults,
): void {
  for (const { item, at } of partOf(files, 'abbreviations')) {
    const naming = table.find(item.name);
    if (naming) table.add({ ...naming, spelled: item.say, kind: 'synonym', span: at('say') });
    else faults.unknown('name', item.name, at('name'));
  }
  for (const { item, at } of partOf(files, 'misspellings')) {
    const naming = table.find(item.name);
    if (!naming) faults.unknown('name', item.name, at('name'));
    else
      for (const say of item.say)
        table.add({ ...naming, kind: 'misspelling', span: at('say') }, say);
  }
}

/** Brands that stand for several products, each of which has a name of its own. */
export function compileVariants(
  files: readonly FormularySource[],
  table: NameTable,
  faults: Faults,
): Variant[] {
  const first = table.ground.variants.length;
  return partOf(files, 'variants').map(({ item, at }, place) => {
    for (const [index, name] of item.one_of.entries()) {
      if (!table.find(name)) faults.unknown('name', name, at('one_of', index));
    }
    table.add({
      spelled: item.name,
      kind: 'variant',
      of: [first + place],
      tells: {},
      span: at('name'),
    });
    return { names: item.one_of, ask: item.ask };
  });
}

/** Names that leave open in which of several ways their medicine is given. */
export function compilePresentations(
  files: readonly FormularySource[],
  table: NameTable,
  { keys }: Names,
  faults: Faults,
): Presentation[] {
  const index = new NameIndex(keys);
  return partOf(files, 'presentations').map(({ item, at }) => {
    const medicine = table.find(item.names[0] ?? '')?.of.join();
    const check = (name: string, part: 'names' | 'one_of', place: number): void => {
      const known = table.find(name);
      if (!known) faults.unknown('name', name, at(part, place));
      else if (known.of.join() !== medicine)
        faults.add('other-medicine', `\`${name}\` is another medicine`, at(part, place));
    };
    for (const part of ['names', 'one_of'] as const)
      for (const [place, name] of item[part].entries()) check(name, part, place);
    const of = item.names.flatMap((name) => index.find(foldName(name)) ?? []);
    return { of, names: item.one_of, ask: item.ask };
  });
}

/** What people say instead of a name, with each of the ends that mean the same where nothing is called so. */
export function compileWords(
  files: readonly FormularySource[],
  classes: ReadonlySet<string>,
  table: NameTable,
  faults: Faults,
): Word[] {
  const first = table.ground.words.length;
  const endings = partOf(files, 'word_endings').map(({ item }) => item);
  const words = partOf(files, 'words');
  const add = (spelled: string, place: number, span: Span): void =>
    table.add({ spelled, kind: 'word', of: [first + place], tells: {}, span });
  for (const [place, { item, at }] of words.entries()) {
    faults.classes(item.means, classes, at('means'));
    for (const [index, spelled] of item.say.entries()) add(spelled, place, at('say', index));
  }
  for (const [place, { item, at }] of words.entries())
    for (const spelled of item.say.flatMap((said) => withEveryEnd(said, endings)))
      if (!table.find(spelled)) add(spelled, place, at('say'));
  return words.map(({ item: { means, ask } }) => ({ means, ask }));
}

function withEveryEnd(said: string, endings: readonly (readonly string[])[]): string[] {
  return endings.flatMap((alike) => {
    const ending = alike.find((each) => said.endsWith(` ${each}`));
    return ending ? alike.map((each) => said.slice(0, -ending.length) + each) : [];
  });
}
