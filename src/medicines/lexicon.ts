import { defined } from './defined.ts';
import { NameIndex } from './name-index.ts';
import { classesOf, isLocalRoute } from './recognition.ts';
import type { Tells } from './schema.ts';
import {
  type KnownIngredient,
  NAME_KINDS,
  type NameKind,
  type Product,
  type Variant,
  type Vocabulary,
  type Word,
} from './vocabulary.ts';

/** A name with all that it stands for. */
export interface Entry {
  readonly index: number;
  readonly spelled: string;
  readonly kind: NameKind;
  readonly product?: Product;
  readonly variant?: Variant;
  readonly word?: Word;
  /** Equal for names that mean the same medicine, whatever else they tell. */
  readonly identity: string;
  readonly classes: readonly string[];
  /** Whether a rule concerns it: to miss it is worse than to miss another. */
  readonly isOfConcern: boolean;
}

/** The vocabulary by name. */
export class Lexicon {
  readonly vocabulary: Vocabulary;
  readonly #concerns: ReadonlySet<string>;
  readonly #notLocal: ReadonlySet<string>;
  readonly #everyday: ReadonlySet<string>;
  readonly #entries = new Map<number, Entry>();
  readonly #index: NameIndex;
  #local: ReadonlySet<string> | undefined;
  #lookalikes: ReadonlyMap<string, ReadonlySet<number>> | undefined;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.#index = new NameIndex(vocabulary.names.keys);
    this.#concerns = new Set(
      vocabulary.classes.flatMap(({ id, why }) => (why === undefined ? [] : [id])),
    );
    this.#notLocal = new Set(
      vocabulary.classes.flatMap(({ id, local }) => (local === false ? [id] : [])),
    );
    this.#everyday = new Set(vocabulary.everyday);
  }

  entry(index: number): Entry {
    let entry = this.#entries.get(index);
    if (!entry) {
      entry = this.#make(index);
      this.#entries.set(index, entry);
    }
    return entry;
  }

  /** The folded name. */
  keyOf({ index }: Entry): string {
    return this.vocabulary.names.keys[index] ?? '';
  }

  /** One name for each medicine whose names begin like this, those first that matter, then the shortest. */
  beginning(key: string): Entry[] {
    const begun = this.#index.beginning(key).map((index) => this.entry(index));
    const best = new Map<string, Entry>();
    const sorted = begun.toSorted(
      (a, b) =>
        Number(b.isOfConcern) - Number(a.isOfConcern) || a.spelled.length - b.spelled.length,
    );
    for (const entry of sorted)
      if (entry.product && !best.has(entry.identity)) best.set(entry.identity, entry);
    return [...best.values()];
  }

  ingredients(numbers: readonly number[]): KnownIngredient[] {
    return numbers.flatMap((number) => this.vocabulary.ingredients[number] ?? []);
  }

  /** Whether a folded word is one of the language rather than a misspelt name. */
  isEveryday(word: string): boolean {
    return this.#everyday.has(word);
  }

  /** The classes of a product; by a local route, without those that are of no concern there. */
  classesOf(ingredients: readonly KnownIngredient[], route: Tells['route']): string[] {
    const classes = classesOf(ingredients);
    if (!isLocalRoute(route)) return classes;
    const left = classes.filter((id) => !this.#notLocal.has(id));
    return left.length > 0 ? left : ['no-action'];
  }

  /** Whether a product of just these ingredients is given by a local route. */
  hasLocalForm(numbers: readonly number[]): boolean {
    this.#local ??= new Set(
      this.vocabulary.products
        .filter(({ tells }) => isLocalRoute(tells?.route))
        .map(({ of }) => identityOf(of)),
    );
    return this.#local.has(identityOf(numbers));
  }

  /** In which ways the medicine of a name is given, where the name leaves it open. */
  presentation({ spelled }: Entry): Variant | undefined {
    const { names, presentations } = this.vocabulary;
    return presentations.find(({ of }) => of.some((index) => names.spelled[index] === spelled));
  }

  /** Whether a medicine is only swallowed. */
  isOralOnly({ product }: Entry): boolean {
    const of = product?.of ?? [];
    return of.length > 0 && of.every((number) => this.vocabulary.oral_only.includes(number));
  }

  /** Why a medicine of these classes matters; undefined when no rule concerns it. */
  why(classes: readonly string[]): string | undefined {
    return this.foremost(classes)?.why;
  }

  /** The class to name first: one that says why it matters, where there is one. */
  foremost(classes: readonly string[]): Vocabulary['classes'][number] | undefined {
    const known = this.vocabulary.classes.filter(({ id }) => classes.includes(id));
    return known.find(({ why }) => why !== undefined) ?? known[0];
  }

  /** Whether the medicine has a name that is known to be taken for one of another class. */
  hasLookalikes({ identity }: Entry): boolean {
    this.#lookalikes ??= this.#groupLookalikes();
    return this.#lookalikes.has(identity);
  }

  /** Whether two medicines of different classes have names that are known to be taken for one another. */
  areLookalikes(a: Entry, b: Entry): boolean {
    this.#lookalikes ??= this.#groupLookalikes();
    const groups = this.#lookalikes.get(b.identity);
    const shared = [...(this.#lookalikes.get(a.identity) ?? [])].some((group) =>
      groups?.has(group),
    );
    return shared && a.classes.join() !== b.classes.join();
  }

  #groupLookalikes(): Map<string, Set<number>> {
    const groups = new Map<string, Set<number>>();
    for (const [group, names] of this.vocabulary.lookalikes.entries()) {
      const entries = names.map((name) => this.entry(name));
      if (new Set(entries.map(({ classes }) => classes.join())).size === 1) continue;
      for (const { identity } of entries)
        groups.set(identity, (groups.get(identity) ?? new Set()).add(group));
    }
    return groups;
  }

  #make(index: number): Entry {
    const { spelled, kinds, meanings } = this.vocabulary.names;
    const kind = NAME_KINDS[kinds[index] ?? -1];
    const meaning = meanings[index] ?? -1;
    if (kind === undefined) throw new Error(`the vocabulary has no name ${index}`);
    const named = { index, spelled: spelled[index] ?? '', kind };
    if (kind === 'variant' || kind === 'word') {
      const open =
        kind === 'word' ? this.vocabulary.words[meaning] : this.vocabulary.variants[meaning];
      return {
        ...named,
        ...defined({ [kind]: open }),
        identity: `${kind} ${meaning}`,
        classes: [],
        isOfConcern: true,
      };
    }
    const product = this.vocabulary.products[meaning];
    const of = product?.of ?? [];
    const classes = this.classesOf(this.ingredients(of), product?.tells?.route);
    const identity = identityOf(of);
    const isOfConcern = classes.some((id) => this.#concerns.has(id));
    return { ...named, ...defined({ product }), identity, classes, isOfConcern };
  }
}

/** Equal for products of the same ingredients. */
export function identityOf(numbers: readonly number[]): string {
  return numbers.toSorted((a, b) => a - b).join('+');
}
