import { describe, expect, test } from 'vitest';

import type { FactKind } from '../../src/rules/fact-kinds.ts';
import { parsePhrase, type Test } from '../../src/rules/phrase.ts';
import { testFault } from '../../src/rules/test-fault.ts';

function read(text: string): Test {
  const parsed = parsePhrase(text);
  if (!parsed) throw new Error(`no test: ${text}`);
  return parsed;
}

const TESTS = {
  truth: 'yes',
  choice: 'a or b',
  column: 'one of {unlikely}',
  list: 'includes a',
  count: 'counts at least 2',
  number: 'at least 8',
  time: 'less than 3 days before the procedure',
  day: 'on the day of the procedure',
  dose: 'after the last dose',
  answered: 'answered',
};

/** For each kind of answer, the tests that can be put to it. */
const CAN: readonly (readonly [FactKind['type'], readonly (keyof typeof TESTS)[]])[] = [
  ['yes-no', ['truth', 'column', 'answered']],
  ['choice', ['choice', 'column', 'answered']],
  ['list', ['column', 'list', 'count', 'answered']],
  ['number', ['column', 'number', 'answered']],
  ['date', ['column', 'time', 'day', 'dose', 'answered']],
  ['date-time', ['column', 'time', 'day', 'dose', 'answered']],
  ['text', ['column', 'answered']],
  ['medicines', ['column', 'answered']],
  ['name', ['truth', 'choice', 'column']],
];

const TABLE = CAN.flatMap(([type, can]) =>
  Object.entries(TESTS).map(([name, text]) => ({
    type,
    text,
    fits: can.some((each) => each === name),
  })),
);

test.each(TABLE)('`$text` can be put to a $type: $fits', ({ type, text, fits }) => {
  const kind = type === 'choice' || type === 'list' ? { type, choices: ['a', 'b'] } : { type };
  expect(testFault(kind, read(text)) === undefined).toBe(fits);
});

describe('a choice that there is not', () => {
  const choice: FactKind = { type: 'choice', choices: ['a', 'b'] };
  const list: FactKind = { type: 'list', choices: ['a', 'b'] };

  test.each([
    ['c', choice],
    ['a or c', choice],
    ['not c', choice],
    ['yes', choice],
    ['includes c', list],
    ['includes a or c', list],
    ['maybe', { type: 'yes-no' } as const],
  ])('`%s` is a fault', (text, kind) => {
    expect(testFault(kind, read(text))).toBeTypeOf('string');
  });

  test('is named', () => {
    expect(testFault(choice, read('a or c'))).toContain('c');
  });
});

test.each(['not known to be yes', 'known to be no', 'not answered'])(
  '`%s` is a test as much as without the words before',
  (text) => {
    expect(testFault({ type: 'yes-no' }, read(text))).toBeUndefined();
  },
);
