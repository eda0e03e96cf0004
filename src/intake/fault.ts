import type { Path } from '../source/document.ts';

/** Why an intake cannot be read: at which of its values, what was found and what would do. */
export interface IntakeFault {
  readonly code:
    | 'not-an-object'
    | 'unknown-field'
    | 'duplicate-field'
    | 'missing-field'
    | 'wrong-type'
    | 'unknown-choice'
    | 'none-with-others'
    | 'implausible-value'
    | 'not-a-date'
    | 'in-the-future'
    | 'in-the-past';
  readonly path: Path;
  readonly field: string;
  readonly message: string;
  readonly help?: string;
  /** The fault is of the key, not of its value. */
  readonly atKey?: true;
}

/** A value that was read, or the reason why not. `undefined` as a value: no answer was given. */
export type Read<T> =
  | { readonly value: T }
  | { readonly fault: Omit<IntakeFault, 'path' | 'field'> };

const SHORT = /^[\w.,:%/+-]{1,30}$/;

/** Names a found value in a message. Free text may hold what a patient said, so it is described, not repeated. */
export function found(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return `\`${value}\``;
  if (typeof value === 'string') return SHORT.test(value) ? `\`${value}\`` : 'a text';
  if (Array.isArray(value)) return 'a list';
  return value === null ? 'nothing' : 'an object';
}
