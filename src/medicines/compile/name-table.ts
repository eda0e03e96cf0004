import type { Span } from '../../source/diagnostic.ts';
import { foldName } from '../fold.ts';
import type { Faults } from './formulary-part.ts';
import type { Tells } from '../schema.ts';
import {
  NAME_KINDS,
  type NameKind,
  type Names,
  type Product,
  type Vocabulary,
} from '../vocabulary.ts';

/** A name as the formulary gives it, and where. */
export interface Naming {
  readonly spelled: string;
  readonly kind: NameKind;
  /** Indexes of ingredients, or the one index of a variant or a word. */
  readonly of: readonly number[];
  readonly tells: Tells;
  readonly span: Span;
}

/** A name that the table holds; a given one stood in a vocabulary that this one only adds to. */
type Known = Omit<Naming, 'span'> & { readonly isGiven?: true };

/** Collects names, each of which may stand for one thing only; those of the ground may not come to tell more. */
export class NameTable {
  /** What the names are added to. */
  readonly ground: Vocabulary;
  readonly #names: Map<string, Known>;
  readonly #faults: Faults;

  constructor(faults: Faults, ground: Vocabulary) {
    this.#faults = faults;
    this.ground = ground;
    this.#names = new Map(ground.names.keys.map((key, index) => [key, givenName(ground, index)]));
  }

  /** Adds a name as it is `written`. Given twice for the same thing, it tells all that either telling does. */
  add(naming: Naming, written = naming.spelled): void {
    const { spelled, kind, of, tells } = naming;
    const key = foldName(written);
    const known = this.#names.get(key);
    const fault = (message: string): void =>
      this.#faults.add('name-conflict', message, naming.span);
    if (key === '') fault(`\`${written}\` holds no letter`);
    else if (!known) this.#names.set(key, { spelled, kind, of, tells });
    else if (!isSame(known, naming)) fault(`\`${written}\` already stands for something else`);
    else if (known.isGiven) {
      if (!tellsAll(known.tells, tells)) fault(`\`${written}\` already stands without that`);
    } else this.#names.set(key, { ...known, tells: { ...known.tells, ...tells } });
  }

  find(name: string): Known | undefined {
    return this.#names.get(foldName(name));
  }

  /** The names sorted by key, and the products that they stand for. */
  finish(): { readonly names: Names; readonly products: readonly Product[] } {
    const sorted = [...this.#names].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const products = new Map<string, { readonly number: number; readonly product: Product }>();
    const numberOf = ({ kind, of, tells }: Known): number => {
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

function givenName({ names, products }: Vocabulary, index: number): Known {
  const kind = NAME_KINDS[names.kinds[index] ?? -1] ?? 'word';
  const meaning = names.meanings[index] ?? 0;
  const isOpen = kind === 'variant' || kind === 'word';
  return {
    spelled: names.spelled[index] ?? '',
    kind,
    of: isOpen ? [meaning] : (products[meaning]?.of ?? []),
    tells: (isOpen ? undefined : products[meaning]?.tells) ?? {},
    isGiven: true,
  };
}

function tellsAll(known: Tells, tells: Tells): boolean {
  const told = new Map<string, unknown>(Object.entries(known));
  return Object.entries(tells).every(([what, value]) => told.get(what) === value);
}

function isSame(a: Known, b: Known): boolean {
  const isOpen = ({ kind }: Known): boolean => kind === 'variant' || kind === 'word';
  if ((isOpen(a) || isOpen(b)) && a.kind !== b.kind) return false;
  return a.of.length === b.of.length && b.of.every((index) => a.of.includes(index));
}
