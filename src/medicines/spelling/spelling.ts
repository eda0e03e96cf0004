import type { Entry, Lexicon } from '../lexicon.ts';
import type { Near } from './near-texts.ts';
import { EASY, EDIT } from './slips.ts';
import { soundOf } from './sound.ts';
import { Speller } from './speller.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** A name near to what was written, and how far off it is. */
export interface Candidate {
  readonly entry: Entry;
  readonly cost: number;
}

/** What a text that is no name may be a misspelling of. */
export interface Guess {
  /** The folded text. */
  readonly written: string;
  /** The single plausible name, where there is one. */
  readonly meant?: Candidate;
  /** The names to offer, nearest first, whether plausible or not; of those not further off than a limit. */
  readonly nearest: (limit?: number) => readonly Candidate[];
}

/** How far off a name may be to be offered, by the number of letters that were written. */
const OFFERED: readonly number[] = [0, 2, 2, 2, 3, 3, 4];

/**
 * How far off a name may be to be taken for the one meant: less for a medicine that no rule concerns, for to take
 * an unknown one for it would let it pass; such a name must begin with the right sound, too, since people seldom miss
 * it. A name that is known to be confused may be one edit off, no more.
 */
const TAKEN: readonly number[] = [0, 0, 0, 0, 1, 2, 2, 3, 3, 4];
const TAKEN_IF_HARMLESS: readonly number[] = [0, 0, 0, 0, 0, 1, 1, 1, 2];

/** How much nearer than any name of another class the one meant must be; more where they are known to be confused. */
export const APART = EASY;
const LOOKALIKES_APART = EASY + EDIT;

/** Shorter words are too near to too many others to be taken for a misspelt phrase. */
const LETTERS_OF_PHRASE = 5;

/** Decides what a misspelt name means. It picks only what nothing else comes near. */
export class Spelling {
  readonly #lexicon: Lexicon;
  #speller: Speller | undefined;
  #phrases: ReturnType<typeof gatherPhrases> | undefined;
  #lookalikes: { readonly names: readonly number[]; readonly speller: Speller } | undefined;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** What a text may mean; of its letters, `doubtful` ones are not known to be right. */
  guess(written: string, doubtful = written.length): Guess {
    const offered = atLength(OFFERED, written.length);
    const nearest = this.nearest(written);
    let best: Candidate | undefined;
    for (let limit = Math.min(EDIT, offered); !best && limit <= offered; limit += 1)
      [best] = nearest(limit);
    if (!best || best.cost > this.#taken(best.entry, doubtful)) return { written, nearest };
    if (!best.entry.isOfConcern && !beginAlike(written, this.#lexicon.keyOf(best.entry)))
      return { written, nearest };
    const limit = best.cost + APART;
    const rivals = limit <= offered ? nearest(limit) : this.#candidates(written, limit);
    const meant = best;
    const isDisputed = rivals.some((rival) => isRival(rival, meant));
    return isDisputed || this.#looksLikeAnother(written, meant)
      ? { written, nearest }
      : { written, nearest, meant };
  }

  /** The names to offer for a text, searched for only as far off as they are asked for. */
  nearest(written: string): Guess['nearest'] {
    const offered = atLength(OFFERED, written.length);
    let searched = { limit: -1, found: [] as readonly Candidate[] };
    return (limit = offered) => {
      const wanted = Math.min(limit, offered);
      if (wanted > searched.limit)
        searched = { limit: wanted, found: this.#candidates(written, wanted) };
      return searched.found.filter(({ cost }) => cost <= wanted);
    };
  }

  #taken(entry: Entry, letters: number): number {
    const taken = atLength(entry.isOfConcern ? TAKEN : TAKEN_IF_HARMLESS, letters);
    return this.#lexicon.hasLookalikes(entry) ? Math.min(taken, EDIT) : taken;
  }

  /** Nearest first, and among equals first what must not be missed. */
  #candidates(written: string, limit: number): Candidate[] {
    return this.near(written, limit)
      .map(({ index, cost }) => ({ entry: this.#lexicon.entry(index), cost }))
      .toSorted(
        (a, b) => a.cost - b.cost || Number(b.entry.isOfConcern) - Number(a.entry.isOfConcern),
      );
  }

  /** The names within a cost of a text, nearest first; with `begun`, it may be only their beginning. */
  near(key: string, limit: number, begun = false): readonly Near[] {
    this.#speller ??= new Speller(this.#lexicon.vocabulary.names.keys);
    return this.#speller.near(key, limit, begun);
  }

  /** Whether a word is a phrase with a letter wrong, nearer to it than to any name, and one that may be passed over. */
  isNearPhrase(word: string): boolean {
    if (word.length < LETTERS_OF_PHRASE) return false;
    this.#phrases ??= gatherPhrases(this.#lexicon.vocabulary);
    const { speller, matters } = this.#phrases;
    const near = speller.near(word, EDIT);
    const [nearest] = near;
    if (!nearest || near.some(({ index }) => matters[index])) return false;
    return this.near(word, nearest.cost + EASY).length === 0;
  }

  /** Whether a medicine that it is known to be confused with comes near. */
  #looksLikeAnother(written: string, best: Candidate): boolean {
    this.#lookalikes ??= this.#gatherLookalikes();
    const { names, speller } = this.#lookalikes;
    return speller
      .near(written, best.cost + LOOKALIKES_APART)
      .some(({ index }) =>
        this.#lexicon.areLookalikes(this.#lexicon.entry(names[index] ?? 0), best.entry),
      );
  }

  #gatherLookalikes(): { readonly names: readonly number[]; readonly speller: Speller } {
    const { lookalikes, names } = this.#lexicon.vocabulary;
    const sorted = [...new Set(lookalikes.flat())].toSorted((a, b) => a - b);
    return { names: sorted, speller: new Speller(sorted.map((index) => names.keys[index] ?? '')) };
  }
}

/** Whether another medicine is too near to the best one; where no rule concerns either, only one as near. */
export function isRival({ entry, cost }: Candidate, best: Candidate): boolean {
  if (entry.identity === best.entry.identity) return false;
  const apart = entry.isOfConcern || best.entry.isOfConcern ? APART : 0;
  return cost <= best.cost + apart;
}

function beginAlike(a: string, b: string): boolean {
  return a[0] === b[0] || soundOf(a)[0] === soundOf(b)[0];
}

function gatherPhrases({ phrases }: Vocabulary): {
  readonly speller: Speller;
  /** Whether a phrase stops or denies a medicine, or may stand for another. */
  readonly matters: readonly boolean[];
} {
  const long = phrases.flatMap(({ keys, tells, thing = false }) =>
    keys
      .filter(({ length }) => length >= LETTERS_OF_PHRASE)
      .map((key) => ({ key, matters: thing || tells.status !== undefined })),
  );
  const sorted = long.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return {
    speller: new Speller(sorted.map(({ key }) => key)),
    matters: sorted.map(({ matters }) => matters),
  };
}

function atLength(limits: readonly number[], letters: number): number {
  return limits[Math.min(letters, limits.length - 1)] ?? 0;
}
