import { LetterMasks, type Sought, WORD } from './letter-masks.ts';

/** Costs below nothing, so that an easy slip and an edit can be taken off any cost. */
const PADDING = 2;

/**
 * All the ways to have written one text for the beginnings of others, which are given letter by letter: for each depth
 * and each cost a set of bits, of which the n-th says that the first n letters of the sought text may stand for the
 * letters down to there at that cost. A letter more moves all of them at once.
 *
 * Invariant: an easy slip costs 1 and an edit 2, so that a set follows from those of its own cost and of the two below.
 */
export class WrittenWays {
  readonly #masks: LetterMasks;
  readonly #limit: number;
  readonly #early: number;
  readonly #isBackward: boolean;
  /** How many numbers hold the sets of one word, and of all words, at one depth. */
  readonly #stride: number;
  readonly #width: number;
  /** By depth, word and cost: the sets, and those from which the letter at that depth goes on. */
  readonly #sets: Int32Array;
  readonly #sources: Int32Array;
  /** The letters down to each depth. */
  readonly #path: Int32Array;
  /** By depth: whether an edit may follow, what the next letter may reach, and where it may be swapped with this one. */
  readonly #isOpen: Uint8Array;
  readonly #reached: Int32Array;
  readonly #begunSwaps: Int32Array;

  constructor(sought: Sought, deepest: number) {
    const masks = new LetterMasks(sought);
    this.#masks = masks;
    this.#limit = sought.limit;
    this.#early = sought.early;
    this.#isBackward = sought.isBackward;
    this.#stride = sought.limit + 1 + PADDING;
    this.#width = this.#stride * masks.words;
    const size = this.#width * (deepest + 1);
    this.#sets = new Int32Array(size);
    this.#sources = new Int32Array(size);
    this.#path = new Int32Array(deepest + 1).fill(-1);
    this.#isOpen = new Uint8Array(deepest + 1);
    this.#reached = new Int32Array(deepest + 1);
    this.#begunSwaps = new Int32Array(deepest + 1);
    this.#start();
  }

  /** Before any letter: nothing is written, or letters too many. */
  #start(): void {
    this.#isOpen[0] = 1;
    for (let word = 0; word < this.#masks.words; word += 1) {
      const doubled = this.#masks.doubled[word] ?? 0;
      const carry = word === 0 ? 0 : this.#stride;
      for (let cost = 0; cost <= this.#limit; cost += 1) {
        const at = word * this.#stride + PADDING + cost;
        const first = word === 0 && cost === 0 ? 1 : 0;
        const more = (on(this.#sets, at - 1, carry) & doubled) | on(this.#sets, at - 2, carry);
        this.#sets[at] = (first | more) & this.#mask(word, cost);
      }
    }
  }

  /** A letter more, which brings the text to a depth; whether anything can still come of it. */
  add(depth: number, letter: number): boolean {
    const before = this.#path[depth - 1] ?? -1;
    if (letter !== before && this.#isOpen[depth - 1] === 0 && this.#isDead(depth - 1, letter))
      return false;
    this.#path[depth] = letter;
    this.#isOpen[depth] = 0;
    this.#reached[depth] = 0;
    this.#begunSwaps[depth] = 0;
    let isAlive = false;
    for (let word = 0; word < this.#masks.words; word += 1) {
      const at = depth * this.#width + word * this.#stride + PADDING;
      this.#fillSources(at, word, letter === before && this.#isBackward);
      if (this.#fillSets(at, word, depth, before)) isAlive = true;
    }
    return isAlive;
  }

  /** A quick look whether a letter, not that of the depth itself, leads nowhere from where no edit may follow. */
  #isDead(depth: number, letter: number): boolean {
    const { words, same: sames, close } = this.#masks;
    if (words > 1) return false;
    const same = sames[letter] ?? 0;
    const reached = (this.#reached[depth] ?? 0) & (same | (close[letter] ?? 0));
    return (reached | ((this.#begunSwaps[depth] ?? 0) & (same << 1))) === 0;
  }

  /** The sets above; read backward, also those above the letter above, which this one makes one too many. */
  #fillSources(at: number, word: number, skipsBefore: boolean): void {
    const above = at - this.#width;
    for (let cost = 0; cost <= this.#limit; cost += 1) {
      const skipped = skipsBefore ? (this.#sources[above + cost - 1] ?? 0) : 0;
      this.#sources[at + cost] =
        (this.#sets[above + cost] ?? 0) | (skipped & this.#mask(word, cost));
    }
  }

  /** Whether there are any ways left, or may be with the next letter swapped with this one. */
  #fillSets(at: number, word: number, depth: number, before: number): boolean {
    const masks = this.#masks;
    const letter = this.#path[depth] ?? 0;
    const place = letter * masks.words + word;
    const same = masks.same[place] ?? 0;
    const close = masks.close[place] ?? 0;
    const doubled = masks.doubled[word] ?? 0;
    const isDouble = letter === before;
    const swapped = isDouble || before === -1 ? 0 : masks.swapped(word, letter, before);
    const skipped = isDouble && !this.#isBackward ? -1 : 0;
    const sets = this.#sets;
    const sources = this.#sources;
    const carry = word === 0 ? 0 : this.#stride;
    const end = at + this.#limit;
    let ways = 0;
    let mayEdit = 0;
    let maySwap = 0;
    for (let here = at; here <= end; here += 1) {
      const mask = this.#mask(word, here - at);
      const before1 = sources[here - 1] ?? 0;
      const bits =
        (on(sources, here, carry) & same) |
        (on(sources, here - 1, carry) & close) |
        (on(sets, here - 1, carry) & doubled) |
        (before1 & skipped) |
        (twoOn(sources, here - 1 - this.#width, carry) & swapped) |
        (on(sources, here - 2, carry) | on(sets, here - 2, carry) | (sources[here - 2] ?? 0));
      sets[here] = bits & mask;
      ways |= bits & mask;
      if (here + PADDING <= end) mayEdit |= bits & mask;
      maySwap |= twoOn(sources, here - 1, carry) & same & mask;
    }
    this.#note(depth, ways, maySwap, mayEdit !== 0);
    return (ways | maySwap) !== 0;
  }

  /** What `isDead` asks for. */
  #note(depth: number, ways: number, maySwap: number, mayEdit: boolean): void {
    this.#reached[depth] = (ways << 1) | (ways << 2);
    this.#begunSwaps[depth] = maySwap;
    if (mayEdit) this.#isOpen[depth] = 1;
  }

  #mask(word: number, cost: number): number {
    return (cost <= this.#early ? this.#masks.all[word] : this.#masks.late[word]) ?? 0;
  }

  /** What it costs to have written all that is sought for the letters down to a depth; past the limit if it cannot be. */
  cost(depth: number): number {
    const last = (depth + 1) * this.#width - this.#limit - 1;
    let cost = 0;
    while (cost <= this.#limit && ((this.#sets[last + cost] ?? 0) & this.#masks.last) === 0)
      cost += 1;
    return cost;
  }

  /** Whether nothing below a depth can cost less than so much. */
  isLeast(depth: number, cost: number): boolean {
    for (let word = 0; word < this.#masks.words; word += 1) {
      const at = depth * this.#width + word * this.#stride + PADDING;
      for (let less = 0; less < Math.min(cost, this.#limit + 1); less += 1) {
        if (((this.#sets[at + less] ?? 0) | (this.#sources[at + less - 1] ?? 0)) !== 0)
          return false;
      }
    }
    return true;
  }
}

/** A set moved on by a letter, with what comes over from the word before, which stands so far back. */
function on(sets: Int32Array, place: number, carry: number): number {
  const bits = (sets[place] ?? 0) << 1;
  return carry === 0 ? bits : bits | ((sets[place - carry] ?? 0) >>> (WORD - 1));
}

function twoOn(sets: Int32Array, place: number, carry: number): number {
  const bits = (sets[place] ?? 0) << 2;
  return carry === 0 ? bits : bits | ((sets[place - carry] ?? 0) >>> (WORD - 2));
}
