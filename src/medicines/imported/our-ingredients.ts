import { foldName } from '../fold.ts';
import type { Lexicon } from '../lexicon.ts';
import type { NameIndex } from '../name-index.ts';
import type { ImportedIngredient } from './names-file.ts';

/** Finds an ingredient from elsewhere among ours, so that it has the classes that we give it. */
export class OurIngredients {
  readonly #lexicon: Lexicon;
  readonly #names: NameIndex;
  readonly #byName: ReadonlyMap<string, number>;
  readonly #byCode: ReadonlyMap<string, number>;

  constructor(lexicon: Lexicon, names: NameIndex) {
    const { ingredients } = lexicon.vocabulary;
    this.#lexicon = lexicon;
    this.#names = names;
    this.#byName = new Map(ingredients.map(({ name }, number) => [name, number]));
    this.#byCode = new Map(
      ingredients.flatMap(({ rxcui }, number) => (rxcui === undefined ? [] : [[rxcui, number]])),
    );
  }

  /** Its numbers among our ingredients, by any name that we have for it or by its RxCUI. */
  find({ name, rxcui }: ImportedIngredient): readonly number[] | undefined {
    const index = this.#names.find(foldName(name));
    const product = index === undefined ? undefined : this.#lexicon.entry(index).product;
    const number = this.#byCode.get(rxcui);
    return product?.of ?? (number === undefined ? undefined : [number]);
  }

  /** The numbers of ingredients that are called exactly so; undefined when one of them is not ours. */
  called(names: readonly string[]): readonly number[] | undefined {
    const numbers = names.flatMap((name) => this.#byName.get(name) ?? []);
    return numbers.length === names.length ? numbers : undefined;
  }
}
