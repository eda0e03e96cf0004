import { EASY, lengthCost, substitutionCost } from './slips.ts';

/** A text, by its index, and what it costs to get there from the one that was sought. */
export interface Near {
  readonly index: number;
  readonly cost: number;
}

const LONGEST = 63;
const WIDTH = LONGEST + 1;

/**
 * Sorted texts, searched for those near to another. Each text needs only the rows of the edit table past what it
 * shares with the text before; where a row already costs too much, all texts that begin so are passed over.
 */
export class NearTexts {
  readonly #texts: readonly string[];
  /** How many letters each text shares with the one before it. */
  readonly #shared: Uint8Array;
  readonly #rows = new Uint8Array(WIDTH * WIDTH);
  /** For each depth, the least cost of its row. */
  readonly #lowest = new Uint8Array(WIDTH);
  /** For each depth, the least it costs to have written a beginning of the text up to there. */
  readonly #begun = new Uint8Array(WIDTH);

  constructor(sorted: readonly string[]) {
    this.#texts = sorted;
    this.#shared = Uint8Array.from(sorted, (text, index) =>
      sharedLength(sorted[index - 1] ?? '', text),
    );
  }

  /** The texts within a cost of the one sought; with `begun`, those of which it may be only the beginning. */
  near(sought: string, limit: number, begun = false): Near[] {
    const found: Near[] = [];
    if (sought.length > LONGEST) return found;
    this.#start(sought, limit);
    for (let index = 0; index < this.#texts.length;) {
      const depth = this.#descend(sought, index, limit);
      const whole = depth === Math.min(LONGEST, this.#texts[index]?.length ?? 0);
      const cost = begun
        ? (this.#begun[depth] ?? 0)
        : (this.#rows[depth * WIDTH + sought.length] ?? 0);
      const next = whole ? index + 1 : this.#pastBeginning(index, depth);
      if (cost <= limit && (whole || begun))
        for (let each = index; each < next; each += 1) found.push({ index: each, cost });
      index = next;
    }
    return found;
  }

  #start(sought: string, limit: number): void {
    for (let column = 1; column <= sought.length; column += 1) {
      const cost = lengthCost(sought.charCodeAt(column - 1), sought.charCodeAt(column - 2));
      this.#rows[column] = Math.min(limit + 1, (this.#rows[column - 1] ?? 0) + cost);
    }
    this.#begun[0] = limit + 1;
  }

  /** Fills the rows of a text as far as it stays within the limit; returns how many there are. */
  #descend(sought: string, index: number, limit: number): number {
    const text = this.#texts[index] ?? '';
    const length = Math.min(LONGEST, text.length);
    let depth = this.#shared[index] ?? 0;
    while (depth < length) {
      depth += 1;
      this.#lowest[depth] = this.#fill(sought, text, depth, limit);
      const written = this.#rows[depth * WIDTH + sought.length] ?? 0;
      this.#begun[depth] = Math.min(this.#begun[depth - 1] ?? 0, written);
      // Letters that are swapped reach over a row.
      const least = Math.min(this.#lowest[depth] ?? 0, (this.#lowest[depth - 1] ?? 0) + EASY);
      if (least > limit) return depth;
    }
    return depth;
  }

  /** One row: from every beginning of the sought text to the first `depth` letters of the other. Returns its least cost. */
  #fill(sought: string, text: string, depth: number, limit: number): number {
    const rows = this.#rows;
    const row = depth * WIDTH;
    const letter = text.charCodeAt(depth - 1);
    const before = depth > 1 ? text.charCodeAt(depth - 2) : 0;
    const addition = lengthCost(letter, before);
    let diagonal = rows[row - WIDTH] ?? 0;
    let left = Math.min(limit + 1, diagonal + addition);
    let lowest = left;
    rows[row] = left;
    let otherBefore = 0;
    for (let column = 1; column <= sought.length; column += 1) {
      const other = sought.charCodeAt(column - 1);
      const above = rows[row - WIDTH + column] ?? 0;
      let cost = diagonal + substitutionCost(letter, other);
      if (above + addition < cost) cost = above + addition;
      if (left <= limit) cost = Math.min(cost, left + lengthCost(other, otherBefore));
      if (letter === otherBefore && before === other && letter !== other) {
        cost = Math.min(cost, (rows[row - 2 * WIDTH + column - 2] ?? 0) + EASY);
      }
      if (cost > limit) cost = limit + 1;
      else if (cost < lowest) lowest = cost;
      rows[row + column] = cost;
      diagonal = above;
      left = cost;
      otherBefore = other;
    }
    return lowest;
  }

  /** The next text that does not begin with the same letters. */
  #pastBeginning(index: number, length: number): number {
    let next = index + 1;
    while (next < this.#texts.length && (this.#shared[next] ?? 0) >= length) next += 1;
    return next;
  }
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length, LONGEST);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
