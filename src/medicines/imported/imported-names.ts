import { foldName } from '../fold.ts';
import { type Entry, identityOf, type Lexicon } from '../lexicon.ts';
import { NameIndex } from '../name-index.ts';
import { type Near, NearTexts } from '../spelling/near-texts.ts';
import { classesOf } from '../recognition.ts';
import type { KnownIngredient } from '../vocabulary.ts';
import type { ImportedName, NamesFile } from './names-file.ts';
import { OurIngredients } from './our-ingredients.ts';
import { Vetting } from './vetting.ts';

/** An ingredient that our vocabulary does not know, and that nothing said against: no rule concerns it. */
const CLASSES = ['no-action'];

/**
 * A second table of names, below ours. Its numbers go on where ours end. Whether a name may be used was judged when
 * it was imported, and is judged again when it is first met, for our vocabulary may have grown since.
 */
export class ImportedNames {
  /** The ingredients that are not ours, numbered after ours. */
  readonly ingredients: readonly KnownIngredient[];
  /** How many names are ours. */
  readonly first: number;
  readonly #lexicon: Lexicon;
  readonly #vetting: Vetting;
  readonly #file: NamesFile;
  /** For each ingredient of the file its numbers, ours or after ours. */
  readonly #numbers: readonly (readonly number[])[];
  readonly #names: NameIndex;
  readonly #keys: readonly string[];
  readonly #products: NameIndex;
  readonly #judged = new Map<ImportedName, boolean>();
  readonly #entries = new Map<ImportedName, Entry>();
  #near: NearTexts | undefined;

  constructor(file: NamesFile, lexicon: Lexicon, ourNames: NameIndex) {
    const { ingredients, names } = lexicon.vocabulary;
    const ours = new OurIngredients(lexicon, ourNames);
    const strangers: KnownIngredient[] = [];
    this.#numbers = file.ingredients.map((each) => {
      const known = each.ours ? ours.called(each.ours) : ours.find(each);
      if (known) return known;
      if (each.ours) throw new Error(`\`${each.name}\` is not ours any longer`);
      const { name, rxcui } = each;
      const number = strangers.push({ name, classes: CLASSES, rxcui, over_the_counter: false });
      return [ingredients.length + number - 1];
    });
    this.ingredients = strangers;
    this.first = names.keys.length;
    this.#lexicon = lexicon;
    this.#vetting = new Vetting(lexicon, ourNames);
    this.#file = file;
    this.#keys = file.names.map(([spelled]) => foldName(spelled));
    this.#names = new NameIndex(this.#keys);
    this.#products = new NameIndex(file.products.map(([spelled]) => foldName(spelled)));
  }

  /** The number of a name that may be used. */
  find(key: string): number | undefined {
    const index = this.#names.find(key);
    const name = index === undefined ? undefined : this.#file.names[index];
    return name && index !== undefined && this.#maySay(name) ? this.first + index : undefined;
  }

  hasPrefix(prefix: string): boolean {
    return this.#names.hasPrefix(prefix);
  }

  /** What the name of a number stands for. */
  entry(number: number): Entry {
    const index = number - this.first;
    const name = this.#file.names[index];
    if (!name) throw new Error(`there is no imported name ${index}`);
    return this.#entryOf(name, number);
  }

  /** A whole line that is the full description of a product. */
  product(key: string): Entry | undefined {
    const index = this.#products.find(key);
    const name = index === undefined ? undefined : this.#file.products[index];
    return name && this.#maySay(name) ? this.#entryOf(name, -1) : undefined;
  }

  /** The numbers of the names that begin like this, the shortest first. */
  beginning(prefix: string): number[] {
    const length = (index: number): number => this.#keys[index]?.length ?? 0;
    return this.#names
      .beginning(prefix)
      .toSorted((a, b) => length(a) - length(b) || a - b)
      .map((index) => this.first + index);
  }

  /** The numbers of the names within a cost of a text, nearest first; with `begun`, of those that it may begin. */
  near(key: string, limit: number, begun = false): Near[] {
    this.#near ??= new NearTexts(this.#keys);
    return this.#near
      .near(key, limit, begun)
      .map(({ index, cost }) => ({ index: this.first + index, cost }))
      .toSorted((a, b) => a.cost - b.cost);
  }

  /** Whether nothing is against the name of a number. */
  mayUse(number: number): boolean {
    const name = this.#file.names[number - this.first];
    return name !== undefined && this.#maySay(name);
  }

  #maySay(name: ImportedName): boolean {
    const judged = this.#judged.get(name) ?? this.#judge(name);
    this.#judged.set(name, judged);
    return judged;
  }

  #judge([spelled, , parts]: ImportedName): boolean {
    const { of, others } = this.#split(parts);
    const strangers = others.map(({ name }) => name);
    const isDoubted = (stranger: string): boolean =>
      this.#vetting.judgeStranger(stranger) !== undefined;
    return !this.#vetting.judge({ spelled, of, strangers }) && !strangers.some(isDoubted);
  }

  #entryOf(name: ImportedName, index: number): Entry {
    const entry = this.#entries.get(name) ?? this.#make(name, index);
    this.#entries.set(name, entry);
    return entry;
  }

  #make([spelled, kind, parts]: ImportedName, index: number): Entry {
    const { all, of, others } = this.#split(parts);
    const classes = classesOf([...this.#lexicon.ingredients(of), ...others]);
    return {
      index,
      spelled,
      kind,
      product: { of: all },
      identity: identityOf(all),
      classes,
      isOfConcern: this.#lexicon.why(classes) !== undefined,
    };
  }

  /** The numbers of all ingredients, of those that are ours, and the others themselves. */
  #split(parts: readonly number[]): {
    readonly all: readonly number[];
    readonly of: readonly number[];
    readonly others: readonly KnownIngredient[];
  } {
    const ours = this.#lexicon.vocabulary.ingredients.length;
    const all = [...new Set(parts.flatMap((part) => this.#numbers[part] ?? []))];
    return {
      all,
      of: all.filter((number) => number < ours),
      others: all.flatMap((number) => this.ingredients[number - ours] ?? []),
    };
  }
}
