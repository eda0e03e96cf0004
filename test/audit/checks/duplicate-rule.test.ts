import { describe, expect, test } from 'vitest';

import { duplicateRule } from '../../../src/audit/checks/duplicate-rule.ts';
import { messages } from '../../support/small-audit.ts';

const questions = [
  { id: 'fever', type: 'yes-no' },
  { id: 'cough', type: 'yes-no' },
];
const both = [{ fever: 'yes' }, { cough: 'yes' }];

describe('duplicate-rule', () => {
  test('finds two rules that say the same, in whatever order they are written', () => {
    const rules = [
      { id: 'a', when: both },
      { id: 'b', when: both.toReversed() },
    ];
    expect(messages(duplicateRule, { questions, rules })).toEqual([
      '`b` has the conditions and the outcome of `a`',
    ]);
  });

  test('stays quiet on notes for the same patients that say different things', () => {
    const note = (id: string, text: string) => ({
      id,
      when: both,
      outcome: 'go',
      instructions: [{ for: 'nurse', text }],
    });
    const rules = [note('a', 'Call.'), note('b', 'Write.'), note('c', 'Call.')].map(
      ({ id, ...rest }) => ({ id, ...rest, message: 'A note.' }),
    );
    expect(messages(duplicateRule, { questions, rules })).toEqual([
      '`c` has the conditions and the outcome of `a`',
    ]);
  });

  test('stays quiet on rules that differ in a condition, an exception or the outcome', () => {
    const rules = [
      { id: 'a', when: both },
      { id: 'b', when: [{ any: both }] },
      { id: 'c', when: both, outcome: 'contact-physician' },
      { id: 'd', when: both, unless: [{ fever: 'no' }] },
    ];
    expect(messages(duplicateRule, { questions, rules })).toEqual([]);
  });
});
