import { type Entry, Lexicon } from '../lexicon.ts';
import type { KnownIngredient, Vocabulary } from '../vocabulary.ts';
import type { ImportedNames } from './imported-names.ts';

/** Our names and ingredients, with the imported ones under the numbers after them. */
export class LayeredLexicon extends Lexicon {
  readonly #imported: ImportedNames;

  constructor(vocabulary: Vocabulary, imported: ImportedNames) {
    super(vocabulary);
    this.#imported = imported;
  }

  override entry(index: number): Entry {
    return index < this.#imported.first ? super.entry(index) : this.#imported.entry(index);
  }

  override ingredients(numbers: readonly number[]): KnownIngredient[] {
    const ours = this.vocabulary.ingredients;
    return numbers.flatMap(
      (number) => ours[number] ?? this.#imported.ingredients[number - ours.length] ?? [],
    );
  }
}
