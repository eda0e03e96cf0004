import type { Quiet } from './context.ts';
import { allOf, anyOf, not, type Truth } from '../logic/truth.ts';
import type { Condition } from '../rules/condition.ts';
import { FLIPPED } from './condition.ts';

export type TestCondition = Extract<Condition, { kind: 'test' }>;

/** The truth of one test as far as it is known; its own negation is in it. */
export type Told = (test: TestCondition, quiet: Quiet) => Truth;

/** The truth of a condition when nothing is known but what some of its tests tell; `false` stays so whatever the rest is. */
export function partialTruth(condition: Condition, told: Told, quiet: Quiet): Truth {
  switch (condition.kind) {
    case 'test':
      return told(condition, quiet);
    case 'all':
      return allOf(condition.of, (part) => partialTruth(part, told, quiet));
    case 'any':
      return anyOf(condition.of, (part) => partialTruth(part, told, quiet));
    case 'none':
      return not(anyOf(condition.of, (part) => partialTruth(part, told, FLIPPED[quiet])));
    case 'medicines':
      return 'unknown';
  }
}
