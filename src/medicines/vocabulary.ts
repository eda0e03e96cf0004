import type { Stands, Tells } from './schema.ts';

/** One active ingredient, as every reader of a recognition sees it. */
export interface KnownIngredient {
  readonly name: string;
  readonly classes: readonly string[];
  readonly rxcui?: string;
  readonly over_the_counter: boolean;
  /** The most in one tablet that is sold over the counter, in mg. */
  readonly counter_mg?: number;
  /** Some of its names tell a schedule (daily, weekly), so how often it is taken matters. */
  readonly scheduled?: true;
}

/** What a name stands for: indexes into `ingredients`, and what the name tells besides. */
export interface Product {
  readonly of: readonly number[];
  readonly tells?: Tells;
}

/** A brand under which formulas differ; `names` are the ones to choose from. */
export interface Variant {
  readonly names: readonly string[];
  readonly ask: string;
}

/** Names, by index, of one medicine that is given in several ways; `names` are those that tell which. */
export interface Presentation extends Variant {
  readonly of: readonly number[];
}

/** Words that are no name; `means` are the classes they suggest. */
export interface Word {
  readonly means: readonly string[];
  readonly ask: string;
}

/** What a name is: of a product, in the order of how surely it tells which; or an open question. */
export const NAME_KINDS = [
  'generic',
  'brand',
  'synonym',
  'misspelling',
  'variant',
  'word',
] as const;

export type NameKind = (typeof NAME_KINDS)[number];

/** Columns of equal length, sorted by key: one array serves look-up and completion. */
export interface Names {
  /** The folded name, see `fold.ts`; unique. */
  readonly keys: readonly string[];
  readonly spelled: readonly string[];
  /** Indexes into `NAME_KINDS`. */
  readonly kinds: readonly number[];
  /** Indexes into `products`, `variants` or `words`, as the kind says. */
  readonly meanings: readonly number[];
}

export interface Phrase {
  readonly keys: readonly string[];
  readonly tells: Tells;
  readonly stands?: Stands;
  /** It may stand for another medicine: "a pill". */
  readonly thing?: true;
  /** It says how many: "two". */
  readonly counts?: true;
  /** Who says so is not sure: "or something". */
  readonly doubt?: true;
}

/** The formulary compiled: plain JSON, loaded at every start. */
export interface Vocabulary {
  readonly classes: readonly {
    readonly id: string;
    readonly title: string;
    readonly why?: string;
    /** Of no concern where the medicine acts only on the skin, in the eye, in the nose or in the lung. */
    readonly local?: false;
  }[];
  readonly ingredients: readonly KnownIngredient[];
  /** Those of them, by index, that are only swallowed. */
  readonly oral_only: readonly number[];
  readonly products: readonly Product[];
  readonly variants: readonly Variant[];
  readonly presentations: readonly Presentation[];
  readonly words: readonly Word[];
  readonly names: Names;
  /** Groups of names, by index, that are easily taken for one another. */
  readonly lookalikes: readonly (readonly number[])[];
  readonly stems: readonly { readonly ending: string; readonly means: readonly string[] }[];
  readonly units: Readonly<Record<string, readonly string[]>>;
  readonly phrases: readonly Phrase[];
  readonly joins: { readonly and: readonly string[]; readonly or: readonly string[] };
  readonly everyday: readonly string[];
}
