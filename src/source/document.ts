import type { Diagnostic, Span } from './diagnostic.ts';

/** Keys and indexes from the root of a document to one of its values. */
export type Path = readonly (string | number)[];

/** A parsed JSON or YAML text that still knows where each of its values was written. */
export interface SourceDocument {
  readonly value: unknown;
  /** The place of the value at a path; of its nearest ancestor when it is not there. */
  readonly locate: (path: Path) => Span;
  /** The place of the key that ends a path, for a fault of the key itself. */
  readonly locateKey: (path: Path) => Span;
  /** Faults of syntax, duplicate keys included; the value is not to be used when there are any. */
  readonly diagnostics: readonly Diagnostic[];
}
