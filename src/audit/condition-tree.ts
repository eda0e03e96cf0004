/** Places inside a condition, and conditions with something else at a place. */
import type { Condition } from '../rules/condition.ts';

export type Leaf = Extract<Condition, { kind: 'test' }>;

/** The way to a part of a condition: which of the joined conditions, step by step. */
export type Steps = readonly number[];

export interface Placed<T extends Condition = Condition> {
  readonly steps: Steps;
  readonly part: T;
}

/** A condition that every patient meets, and one that nobody does. */
export const ALWAYS: Condition = { kind: 'all', of: [] };
export const NEVER: Condition = { kind: 'any', of: [] };

/** Every part of a condition, itself first. */
export function* partsOf(condition: Condition, steps: Steps = []): Generator<Placed> {
  yield { steps, part: condition };
  for (const [index, part] of childrenOf(condition).entries()) {
    yield* partsOf(part, [...steps, index]);
  }
}

/** Every test of a condition, with its place. */
export function leavesOf(condition: Condition): Placed<Leaf>[] {
  return [...partsOf(condition)].flatMap(({ steps, part }) =>
    part.kind === 'test' ? [{ steps, part }] : [],
  );
}

function childrenOf(condition: Condition): readonly Condition[] {
  if (condition.kind === 'test') return [];
  return condition.kind === 'medicines' ? [condition.where] : condition.of;
}

/** The condition with another part at a place. */
export function replaced(condition: Condition, [first, ...rest]: Steps, now: Condition): Condition {
  if (first === undefined) return now;
  if (condition.kind === 'medicines')
    return { ...condition, where: replaced(condition.where, rest, now) };
  const part = condition.kind === 'test' ? undefined : condition.of[first];
  if (condition.kind === 'test' || !part) throw new Error('there is no such place');
  return { ...condition, of: condition.of.with(first, replaced(part, rest, now)) };
}
