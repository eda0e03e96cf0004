/**
 * Sorted texts as a tree of their letters, flat: every node stands before the nodes below it, so that a walk goes
 * through the arrays from front to back, and passes over what lies below a node by going on where it `ends`.
 */
export interface LetterTree {
  /** The codes of the letters that occur; everywhere else a letter is its place in here. */
  readonly alphabet: readonly number[];
  /** The letter of each node. */
  readonly letters: Uint16Array;
  /** How many letters lead to each node, its own included. */
  readonly depths: Uint8Array;
  /** For each node, the first one after those below it. */
  readonly ends: Int32Array;
  /** For each node, how many texts come before those that end at it or below it; one more for the end. */
  readonly texts: Int32Array;
}

/** The tree of sorted texts, none of which has more than 255 letters. */
export function letterTree(sorted: readonly string[]): LetterTree {
  const size = sorted.reduce((sum, { length }) => sum + length, 0);
  const letters = new Uint16Array(size);
  const depths = new Uint8Array(size);
  const ends = new Int32Array(size);
  const texts = new Int32Array(size + 1);
  const alphabet = new Alphabet();
  /** The nodes that lead to the text before, by depth. */
  const path = new Int32Array(256);
  let length = 0;
  let node = 0;
  let before = '';
  for (let index = 0; index < sorted.length; index += 1) {
    const text = sorted[index] ?? '';
    const shared = sharedLength(before, text);
    for (; length > shared; length -= 1) ends[path[length] ?? 0] = node;
    for (; length < text.length; node += 1) {
      letters[node] = alphabet.placeOf(text.charCodeAt(length));
      texts[node] = index;
      length += 1;
      depths[node] = length;
      path[length] = node;
    }
    before = text;
  }
  for (; length > 0; length -= 1) ends[path[length] ?? 0] = node;
  texts[node] = sorted.length;
  return {
    alphabet: alphabet.codes,
    letters: letters.slice(0, node),
    depths: depths.slice(0, node),
    ends: ends.slice(0, node),
    texts: texts.slice(0, node + 1),
  };
}

class Alphabet {
  readonly codes: number[] = [];
  readonly #places = new Int32Array(65_536).fill(-1);

  placeOf(code: number): number {
    const known = this.#places[code] ?? -1;
    if (known !== -1) return known;
    this.#places[code] = this.codes.length;
    this.codes.push(code);
    return this.codes.length - 1;
  }
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
