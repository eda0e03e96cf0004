import { type Near, NearTexts } from './near-texts.ts';
import { EASY } from './slips.ts';
import { soundOf } from './sound.ts';

/** Finds the names near to a misspelt one, by letters and, at the cost of an easy slip, by ear. */
export class Speller {
  readonly #byLetters: NearTexts;
  readonly #bySound: NearTexts;
  /** The names in the order of their sounds. */
  readonly #order: readonly number[];

  /** `keys` are the folded names, sorted. */
  constructor(keys: readonly string[]) {
    const sounds = keys.map((key, index) => ({ index, sound: soundOf(key) }));
    sounds.sort((a, b) => (a.sound < b.sound ? -1 : Number(a.sound > b.sound)));
    this.#order = sounds.map(({ index }) => index);
    this.#byLetters = new NearTexts(keys);
    this.#bySound = new NearTexts(sounds.map(({ sound }) => sound));
  }

  /** Every name within the limit, nearest first; with `begun`, also those of which the key is only the beginning. */
  near(key: string, limit: number, begun = false): Near[] {
    const costs = new Map(
      this.#byLetters.near(key, limit, begun).map(({ index, cost }) => [index, cost]),
    );
    for (const { index: position, cost } of this.#bySound.near(soundOf(key), limit - EASY, begun)) {
      const index = this.#order[position] ?? 0;
      costs.set(index, Math.min(costs.get(index) ?? Infinity, cost + EASY));
    }
    return [...costs]
      .map(([index, cost]) => ({ index, cost }))
      .toSorted((a, b) => a.cost - b.cost || a.index - b.index);
  }
}
