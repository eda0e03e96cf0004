const MOST = 10_000;

/** Remembers what a pure function gave, of no more than so many keys. */
export class Memo<Key, Value> {
  readonly #known = new Map<Key, Value>();
  readonly #most: number;

  constructor(most = MOST) {
    this.#most = most;
  }

  get(key: Key, compute: () => Value): Value {
    return this.find(key) ?? this.add(key, compute());
  }

  find(key: Key): Value | undefined {
    return this.#known.get(key);
  }

  add(key: Key, value: Value): Value {
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(key, value);
    return value;
  }
}
