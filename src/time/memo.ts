const MOST = 10_000;

/** Remembers what a pure function gave, up to a bound. */
export class Memo<Key, Value> {
  readonly #known = new Map<Key, Value>();

  get(key: Key, compute: () => Value): Value {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const value = compute();
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(key, value);
    return value;
  }
}
