import { defined } from './defined.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import type { NameIndex } from './name-index.ts';
import type { Completion } from './recognition.ts';
import type { Spelling } from './spelling/spelling.ts';
import { NAME_KINDS, type NameKind } from './vocabulary.ts';

/** From this many letters on, names that begin only nearly so are offered too. */
const LETTERS_FOR_SPELLING = 3;

/** Offers names for what has been typed of one. */
export class Completer {
  readonly #lexicon: Lexicon;
  readonly #names: NameIndex;
  readonly #spelling: Spelling;
  #products: readonly WeighedProduct[] | undefined;

  constructor(lexicon: Lexicon, names: NameIndex, spelling: Spelling) {
    this.#lexicon = lexicon;
    this.#names = names;
    this.#spelling = spelling;
  }

  /** Names that begin like a folded text, then those that begin nearly like it; each medicine once. */
  complete(key: string, limit: number): Completion[] {
    if (key === '') return [];
    const found = new Map<string, Completion>();
    const add = (indexes: readonly number[]): void => {
      for (const index of indexes) {
        if (found.size >= limit) return;
        const entry = this.#lexicon.entry(index);
        if (!found.has(entry.identity))
          found.set(entry.identity, completionOf(entry, this.#lexicon));
      }
    };
    add(this.#mostWantedFirst(this.#names.beginning(key)));
    if (found.size < limit && key.length >= LETTERS_FOR_SPELLING) {
      const slips = key.length > LETTERS_FOR_SPELLING ? 2 : 1;
      add(this.#spelling.near(key, slips, true).map(({ index }) => index));
    }
    return [...found.values()];
  }

  /**
   * One name for each medicine, the surest and shortest. First come brands that have to be asked about, then the
   * medicines that matter, then the others; among these generic names before brands, and what has the most names,
   * as the commonest, before the rest.
   */
  #mostWantedFirst(indexes: readonly number[]): number[] {
    const { keys, kinds, meanings } = this.#lexicon.vocabulary.names;
    this.#products ??= this.#weighProducts();
    const best = new Map<string, Wanted>();
    for (const index of indexes) {
      const kind = NAME_KINDS[kinds[index] ?? -1] ?? 'word';
      const product = isProduct(kind) ? this.#products[meanings[index] ?? -1] : undefined;
      const identity = product?.identity ?? String(index);
      const group = isProduct(kind) ? (product?.isOfConcern ? 1 : 2) : OPEN_GROUPS[kind];
      const length = keys[index]?.length ?? 0;
      const order = [group, kind === 'generic' ? 0 : 1, -(product?.names ?? 0), length];
      if (comesBefore({ index, order }, best.get(identity))) best.set(identity, { index, order });
    }
    return [...best.values()]
      .toSorted((a, b) => compare(a.order, b.order))
      .map(({ index }) => index);
  }

  #weighProducts(): WeighedProduct[] {
    const { names, products } = this.#lexicon.vocabulary;
    const identities = products.map(({ of }) => `of ${of.join('+')}`);
    const counts = new Map<string, number>();
    for (const [index, meaning] of names.meanings.entries()) {
      const identity = identities[meaning];
      if (!identity || !isProduct(NAME_KINDS[names.kinds[index] ?? -1])) continue;
      counts.set(identity, (counts.get(identity) ?? 0) + 1);
    }
    return products.map(({ of, tells }, product) => {
      const identity = identities[product] ?? '';
      const classes = this.#lexicon.classesOf(this.#lexicon.ingredients(of), tells?.route);
      const isOfConcern = this.#lexicon.why(classes) !== undefined;
      return { identity, names: counts.get(identity) ?? 0, isOfConcern };
    });
  }
}

/** A name as it is offered. */
export function completionOf(
  { spelled, product, variant, word, classes }: Entry,
  lexicon: Lexicon,
): Completion {
  const ingredients = lexicon.ingredients(product?.of ?? []);
  const foremost = lexicon.foremost(classes);
  return {
    name: spelled,
    generic: ingredients.map(({ name }) => name).join('/'),
    classes,
    ...defined({ title: foremost?.title, why: foremost?.why, ask: (variant ?? word)?.ask }),
  };
}

interface WeighedProduct {
  readonly identity: string;
  /** How many names its medicine has, under whatever tells. */
  readonly names: number;
  readonly isOfConcern: boolean;
}

interface Wanted {
  readonly index: number;
  readonly order: readonly number[];
}

const OPEN_GROUPS = { variant: 0, word: 3 };

function isProduct(kind: NameKind | undefined): kind is Exclude<NameKind, 'variant' | 'word'> {
  return kind !== 'variant' && kind !== 'word';
}

function comesBefore(wanted: Wanted, known: Wanted | undefined): boolean {
  return known === undefined || compare(wanted.order, known.order) < 0;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, position) => value !== b[position]);
  return (a[at] ?? 0) - (b[at] ?? 0);
}
