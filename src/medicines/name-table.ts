import type { Span } from '../source/diagnostic.ts';
import { foldName } from './fold.ts';
import type { Faults } from './formulary-part.ts';
import type { Tells } from './schema.ts';
import { NAME_KINDS, type NameKind, type Names, type Product } from './vocabulary.ts';

/** A name as the formulary gives it, and where. */
export interface Naming {
  readonly spelled: string;
  readonly kind: NameKind;
  /** Indexes of ingredients, or the one index of a variant or a word. */
  readonly of: readonly number[];
  readonly tells: Tells;
  readonly span: Span;
}

/** Collects names, each of which may stand for one thing only. */
export class NameTable {
  readonly #names = new Map<string, Naming>();
  readonly #faults: Faults;

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** Adds a name as it is `written`. Given twice for the same thing, it tells all that either telling does. */
  add(naming: Naming, written = naming.spelled): void {
    const key = foldName(written);
    const known = this.#names.get(key);
    const fault = (message: string): void =>
      this.#faults.add('name-conflict', message, naming.span);
    if (key === '') fault(`\`${written}\` holds no letter`);
    else if (!known) this.#names.set(key, naming);
    else if (!isSame(known, naming)) fault(`\`${written}\` already stands for something else`);
    else this.#names.set(key, { ...known, tells: { ...known.tells, ...naming.tells } });
  }

  find(name: string): Naming | undefined {
    return this.#names.get(foldName(name));
  }

  /** The names sorted by key, and the products that they stand for. */
  finish(): { readonly names: Names; readonly products: readonly Product[] } {
    const sorted = [...this.#names].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const products = new Map<string, { readonly number: number; readonly product: Product }>();
    const numberOf = ({ kind, of, tells }: Naming): number => {
      if (kind === 'variant' || kind === 'word') return of[0] ?? 0;
      const product = { of, ...(Object.keys(tells).length > 0 ? { tells } : {}) };
      const identity = JSON.stringify(product);
      const known = products.get(identity) ?? { number: products.size, product };
      products.set(identity, known);
      return known.number;
    };
    const names = {
      keys: sorted.map(([key]) => key),
      spelled: sorted.map(([, { spelled }]) => spelled),
      kinds: sorted.map(([, { kind }]) => NAME_KINDS.indexOf(kind)),
      meanings: sorted.map(([, naming]) => numberOf(naming)),
    };
    return { names, products: [...products.values()].map(({ product }) => product) };
  }
}

function isSame(a: Naming, b: Naming): boolean {
  const isOpen = ({ kind }: Naming): boolean => kind === 'variant' || kind === 'word';
  if ((isOpen(a) || isOpen(b)) && a.kind !== b.kind) return false;
  return a.of.length === b.of.length && b.of.every((index) => a.of.includes(index));
}
