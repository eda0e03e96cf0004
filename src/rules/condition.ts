import type { Test } from './phrase.ts';

/** What must hold: a test of one answer, or other conditions joined. */
export type Condition =
  | { readonly kind: 'test'; readonly fact: string; readonly test: Test }
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Condition[] }
  | { readonly kind: 'medicines'; readonly atLeast: 1 | 2; readonly where: Condition };

/** One condition that holds when all of these do. */
export function every(of: readonly Condition[]): Condition {
  return of.length === 1 && of[0] ? of[0] : { kind: 'all', of };
}
