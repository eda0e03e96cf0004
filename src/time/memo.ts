const MOST = 10_000;

/** Remembers what a pure function gave, up to a bound. */
export class Memo<Key, Value> {
  readonly #known = new Map<Key, Value>();

  get(key: Key, compute: () => Value): Value {
    return this.find(key) ?? this.add(key, compute());
  }

  find(key: Key): Value | undefined {
    return this.#known.get(key);
  }

  add(key: Key, value: Value): Value {
    if (this.#known.size >= MOST) this.#known.clear();
    this.#known.set(key, value);
    return value;
  }
}
