import type { Lexicon } from '../lexicon.ts';
import { EASY, EDIT } from '../spelling/slips.ts';
import { type Candidate, type Guess, Spelling } from '../spelling/spelling.ts';
import type { ImportedNames } from './imported-names.ts';

/** More are not offered. */
const MOST = 8;

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
    if (meant && this.#near(written, meant).length === 0) return { ...guess, meant };
    let others: readonly Candidate[] | undefined;
    return {
      ...guess,
      nearest: (limit = Infinity) => {
        others ??= this.#near(written, meant);
        return [...guess.nearest(limit), ...others.filter(({ cost }) => cost <= limit)];
      },
    };
  }

  /** The imported names to offer; where one of ours may be meant, only those that dispute it. */
  #near(written: string, meant: Candidate | undefined): Candidate[] {
    const found: Candidate[] = [];
    for (const { index, cost } of this.#imported.near(written, meant ? meant.cost + EASY : EDIT)) {
      const candidate = { entry: this.#imported.entry(index), cost };
      if (meant && !disputes(candidate, meant)) continue;
      if (this.#imported.mayUse(index)) found.push(candidate);
      if (found.length >= MOST) break;
    }
    return found;
  }
}

/** One that no rule concerns disputes only when it is at least as near: otherwise the more cautious reading stands. */
function disputes({ entry, cost }: Candidate, meant: Candidate): boolean {
  if (entry.identity === meant.entry.identity) return false;
  return cost <= meant.cost + (entry.isOfConcern ? EASY : 0);
}
