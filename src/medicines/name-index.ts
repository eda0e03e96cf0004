/** Finds names by binary search over their sorted keys, so that nothing has to be built at start. */
export class NameIndex {
  readonly #keys: readonly string[];

  constructor(keys: readonly string[]) {
    this.#keys = keys;
  }

  /** The index of a name; undefined when nothing is called so. */
  find(key: string): number | undefined {
    const at = this.from(key);
    return this.#keys[at] === key ? at : undefined;
  }

  /** Whether any name begins like this. */
  hasPrefix(prefix: string): boolean {
    return this.#keys[this.from(prefix)]?.startsWith(prefix) ?? false;
  }

  /** The indexes of all names that begin like this. */
  beginning(prefix: string): number[] {
    const first = this.from(prefix);
    const end = this.from(`${prefix}\uffff`);
    return Array.from({ length: end - first }, (_, index) => first + index);
  }

  /** The first index whose key is not below the given one; the names that begin with it follow from there. */
  from(key: string): number {
    let low = 0;
    let high = this.#keys.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#keys[middle] ?? '') < key) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
