import type { Lexicon } from '../lexicon.ts';
import { EASY, EDIT } from '../slips.ts';
import { type Candidate, type Guess, Spelling } from '../spelling.ts';
import type { ImportedNames } from './imported-names.ts';

/**
 * Spelling among our names, which imported names dispute. An imported name is never what a misspelt one is taken
 * for: it is only offered.
 */
export class LayeredSpelling extends Spelling {
  readonly #imported: ImportedNames;

  constructor(lexicon: Lexicon, imported: ImportedNames) {
    super(lexicon);
    this.#imported = imported;
  }

  override guess(written: string, doubtful?: number): Guess {
    const { meant, ...guess } = super.guess(written, doubtful);
    const limit = meant ? meant.cost + EASY : EDIT;
    const others = this.#imported
      .near(written, limit)
      .map(({ index, cost }) => ({ entry: this.#imported.entry(index), cost }));
    if (!meant) return { ...guess, nearest: [...guess.nearest, ...others] };
    const rivals = others.filter(
      (other) => disputes(other, meant) && this.#imported.mayUse(other.entry.index),
    );
    return rivals.length === 0
      ? { ...guess, meant }
      : { ...guess, nearest: [...guess.nearest, ...rivals] };
  }
}

/** One that no rule concerns disputes only when it is at least as near: otherwise the more cautious reading stands. */
function disputes({ entry, cost }: Candidate, meant: Candidate): boolean {
  if (entry.identity === meant.entry.identity) return false;
  return cost <= meant.cost + (entry.isOfConcern ? EASY : 0);
}
