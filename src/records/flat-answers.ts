import { flatten, isObject } from '../intake/flatten.ts';
import type { RuleSet } from '../rules/rule-set.ts';

/** The answers of an intake by their dotted names, as they were given; without those that were not. They have been read before. */
export function flatAnswers(
  raw: unknown,
  { questions }: RuleSet,
): Readonly<Record<string, unknown>> {
  if (!isObject(raw)) throw new Error('answers that were read are an object');
  const { fields } = flatten(raw, new Set(questions.map(({ id }) => id)));
  return Object.fromEntries(
    [...fields.values()]
      .filter(({ value }) => value !== null && value !== undefined)
      .map(({ name, value }) => [name, value]),
  );
}
