import type { FactKind } from './fact-kinds.ts';
import { isReference, type Test } from './phrase.ts';

/** Why a test cannot be put to a fact of this kind; undefined when it can. */
export function testFault({ type, choices }: FactKind, test: Test): string | undefined {
  switch (test.is) {
    case 'answered':
      return type === 'name' ? 'is always there: test for a name' : undefined;
    case 'one-of': {
      if (isReference(test.values) || type === 'name') return undefined;
      if (type === 'yes-no')
        return misfit(test.values, [true, false], 'is answered yes or no, not');
      return type === 'choice'
        ? misfit(test.values, choices ?? [], 'has no choice')
        : `is a ${type}, and cannot be compared with a choice`;
    }
    case 'includes':
      return type === 'list'
        ? misfit(test.values, choices ?? [], 'has no choice')
        : `is a ${type}, not a list`;
    case 'count':
      return type === 'list' ? undefined : `is a ${type}, not a list`;
    case 'number':
      return type === 'number' ? undefined : `is a ${type}, not a number`;
    case 'time':
    case 'on-the-day':
    case 'after-last-dose':
      return type === 'date' || type === 'date-time' ? undefined : `is a ${type}, not a date`;
  }
}

function misfit(
  values: readonly (string | boolean)[],
  allowed: readonly (string | boolean)[],
  words: string,
): string | undefined {
  const odd = values.find((value) => !allowed.includes(value));
  return odd === undefined
    ? undefined
    : `${words} ${typeof odd === 'boolean' ? (odd ? 'yes' : 'no') : odd}`;
}
