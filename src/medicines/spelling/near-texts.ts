import type { Sought } from './letter-masks.ts';
import { type LetterTree, letterTree } from './letter-tree.ts';
import { WrittenWays } from './written-ways.ts';

/** A text, by its index, and what it costs to get there from the one that was sought. */
export interface Near {
  readonly index: number;
  readonly cost: number;
}

const LONGEST = 63;

/** Texts from their ends, as a tree, and where each stands among the texts themselves. */
interface Backward {
  readonly tree: LetterTree;
  readonly order: readonly number[];
}

/**
 * Sorted texts, searched for those near to another. Beginnings that texts share are walked once, and what begins too
 * unlike is passed over. Slips that cost so much together cost no more than half of it before the middle, or less
 * than that after it; so one walk from the beginning and one from the end, which both are strict up to the middle,
 * find all that a walk would find which is not.
 */
export class NearTexts {
  readonly #texts: readonly string[];
  readonly #forward: LetterTree;
  #backward: Backward | undefined;

  constructor(sorted: readonly string[]) {
    this.#texts = sorted.map((text) => text.slice(0, LONGEST));
    this.#forward = letterTree(this.#texts);
  }

  /** The texts within a cost of the one sought; with `begun`, those of which it may be only the beginning. */
  near(text: string, limit: number, begun = false): Near[] {
    if (text.length > LONGEST || limit < 0) return [];
    const { alphabet } = this.#forward;
    const sought = { text, limit, half: 0, early: limit, alphabet, isBackward: false };
    if (begun) return beginnings(this.#forward, sought);
    const half = Math.ceil(text.length / 2);
    const early = Math.floor(limit / 2);
    const costs = new Map<number, number>();
    walk(this.#forward, { ...sought, half, early }, (index, cost) => costs.set(index, cost));
    if (early < limit) this.#nearBackward(sought, half, costs);
    return [...costs]
      .map(([index, cost]) => ({ index, cost }))
      .toSorted((a, b) => a.index - b.index);
  }

  #nearBackward(sought: Sought, half: number, costs: Map<number, number>): void {
    this.#backward ??= turned(this.#texts);
    const { tree, order } = this.#backward;
    const backward = {
      ...sought,
      text: reversed(sought.text),
      half: sought.text.length - half + 1,
      early: sought.limit - Math.floor(sought.limit / 2) - 1,
      alphabet: tree.alphabet,
      isBackward: true,
    };
    walk(tree, backward, (place, cost) => {
      const index = order[place] ?? 0;
      costs.set(index, Math.min(cost, costs.get(index) ?? cost));
    });
  }
}

function walk(
  { letters, depths, ends, texts }: LetterTree,
  sought: Sought,
  take: (index: number, cost: number) => void,
): void {
  const ways = new WrittenWays(sought, LONGEST);
  for (let node = 0; node < letters.length;) {
    const depth = depths[node] ?? 0;
    const isAlive = ways.add(depth, letters[node] ?? 0);
    const next = isAlive ? node + 1 : (ends[node] ?? 0);
    const cost = isAlive ? ways.cost(depth) : sought.limit + 1;
    if (cost <= sought.limit) {
      const end = texts[node + 1] ?? 0;
      for (let index = texts[node] ?? 0; index < end; index += 1) take(index, cost);
    }
    node = next;
  }
}

/** Like a walk, but of each text the beginning counts that is nearest to what is sought. */
function beginnings({ letters, depths, ends, texts }: LetterTree, sought: Sought): Near[] {
  const ways = new WrittenWays(sought, LONGEST);
  const found: Near[] = [];
  const least = new Uint8Array(LONGEST + 1).fill(sought.limit + 1);
  for (let node = 0; node < letters.length;) {
    const depth = depths[node] ?? 0;
    const isAlive = ways.add(depth, letters[node] ?? 0);
    const here = isAlive ? ways.cost(depth) : sought.limit + 1;
    const cost = Math.min(here, least[depth - 1] ?? here);
    least[depth] = cost;
    const next = isAlive && !ways.isLeast(depth, cost) ? node + 1 : (ends[node] ?? 0);
    if (cost <= sought.limit) {
      const end = texts[next] ?? 0;
      for (let index = texts[node] ?? 0; index < end; index += 1) found.push({ index, cost });
    }
    node = next;
  }
  return found;
}

function turned(texts: readonly string[]): Backward {
  const ends = texts.map(reversed);
  const endOf = (index: number): string => ends[index] ?? '';
  const order = [...ends.keys()].toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
  return { tree: letterTree(order.map(endOf)), order };
}

function reversed(text: string): string {
  return text.split('').toReversed().join('');
}
