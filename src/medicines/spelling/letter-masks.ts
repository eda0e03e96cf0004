import { EASY, EDIT, lengthCost, substitutionCost } from './slips.ts';

/** How many bits a number holds. */
export const WORD = 32;

/** A text that is sought, and what may become of it. */
export interface Sought {
  readonly text: string;
  /** The most that all slips together may cost. */
  readonly limit: number;
  /** Before so many of its letters are written, slips may cost no more than `early`. */
  readonly half: number;
  readonly early: number;
  /** The codes of the letters that occur in the other texts, where a letter is its place in here. */
  readonly alphabet: readonly number[];
  /** All texts are given from their ends, though a letter doubles the one before it as they are read. */
  readonly isBackward: boolean;
}

/**
 * Where which letter stands in a sought text: sets of bits, of which the n-th speaks of the n-th letter, and the bit 0
 * of none. A text of more letters than a word has bits has several words.
 */
export class LetterMasks {
  readonly words: number;
  /** By letter and word: where it stands, and where one stands that is easily hit for it. */
  readonly same: Int32Array;
  readonly close: Int32Array;
  /** By word: which letters are easily one too many. */
  readonly doubled: Int32Array;
  /** By word: all there are, and those from the half on. */
  readonly all: Int32Array;
  readonly late: Int32Array;
  /** The last letter, in the last word. */
  readonly last: number;

  constructor({ text, half, alphabet, isBackward }: Sought) {
    this.words = Math.floor(text.length / WORD) + 1;
    this.same = new Int32Array(alphabet.length * this.words);
    this.close = new Int32Array(alphabet.length * this.words);
    this.doubled = new Int32Array(this.words);
    this.all = new Int32Array(this.words);
    this.late = new Int32Array(this.words);
    this.last = 1 << (text.length % WORD);
    for (let at = 0; at <= text.length; at += 1) {
      const word = Math.floor(at / WORD);
      const bit = 1 << (at % WORD);
      add(this.all, word, bit);
      if (at >= half) add(this.late, word, bit);
      if (at === 0) continue;
      const letter = text.charCodeAt(at - 1);
      const before = text.charCodeAt(isBackward ? at : at - 2);
      if (lengthCost(letter, before) === EASY) add(this.doubled, word, bit);
      for (let place = 0; place < alphabet.length; place += 1) {
        const cost = substitutionCost(alphabet[place] ?? 0, letter);
        if (cost < EDIT) add(cost === 0 ? this.same : this.close, place * this.words + word, bit);
      }
    }
  }

  /** Where two letters stand the other way round: the second of the two places. */
  swapped(word: number, letter: number, before: number): number {
    const second = this.same[before * this.words + word] ?? 0;
    if (second === 0) return 0;
    const place = letter * this.words + word;
    const carried = word === 0 ? 0 : (this.same[place - 1] ?? 0);
    return (((this.same[place] ?? 0) << 1) | (carried >>> (WORD - 1))) & second;
  }
}

function add(sets: Int32Array, place: number, bit: number): void {
  sets[place] = (sets[place] ?? 0) | bit;
}
