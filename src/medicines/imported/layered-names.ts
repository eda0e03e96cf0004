import { NameIndex } from '../name-index.ts';
import type { ImportedNames } from './imported-names.ts';

/** Our names, and where none of them fits, the imported ones. */
export class LayeredNames extends NameIndex {
  readonly #imported: ImportedNames;

  constructor(keys: readonly string[], imported: ImportedNames) {
    super(keys);
    this.#imported = imported;
  }

  override find(key: string): number | undefined {
    return super.find(key) ?? this.#imported.find(key);
  }

  override hasPrefix(prefix: string): boolean {
    return super.hasPrefix(prefix) || this.#imported.hasPrefix(prefix);
  }
}
