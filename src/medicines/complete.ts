import { defined } from './defined.ts';
import type { Lexicon } from './lexicon.ts';
import type { NameIndex } from './name-index.ts';
import type { Completion } from './recognition.ts';
import type { Spelling } from './spelling.ts';

/** From this many letters on, names that begin only nearly so are offered too. */
const LETTERS_FOR_SPELLING = 3;

/** Names that begin like a folded text, medicines that matter first; then those that begin nearly like it. */
export function complete(
  key: string,
  limit: number,
  {
    lexicon,
    names,
    spelling,
  }: { readonly lexicon: Lexicon; readonly names: NameIndex; readonly spelling: Spelling },
): Completion[] {
  const found = new Map<string, Completion>();
  const add = (indexes: readonly number[]): void => {
    for (const index of indexes) {
      const { spelled, product, variant, word, identity, classes } = lexicon.entry(index);
      if (found.size >= limit || found.has(identity)) continue;
      const ask = (variant ?? word)?.ask;
      const why = lexicon.why(classes);
      const generic = lexicon
        .ingredients(product?.of ?? [])
        .map(({ name }) => name)
        .join('/');
      found.set(identity, {
        name: spelled,
        generic,
        classes,
        ...defined({ why, ask }),
      });
    }
  };
  if (key === '') return [];
  add(byRank(names.beginning(key), lexicon));
  if (found.size < limit && key.length >= LETTERS_FOR_SPELLING) {
    const near = spelling.near(key, key.length > LETTERS_FOR_SPELLING ? 2 : 1, true);
    add(near.map(({ index }) => index));
  }
  return [...found.values()];
}

function byRank(indexes: readonly number[], lexicon: Lexicon): number[] {
  const { keys } = lexicon.vocabulary.names;
  const rank = (index: number): number =>
    (keys[index]?.length ?? 0) + (lexicon.entry(index).isOfConcern ? 0 : 100);
  return indexes
    .map((index) => ({ index, rank: rank(index) }))
    .toSorted((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ index }) => index);
}
