import { expect, test } from 'vitest';

import { cyclesOf } from '../../src/rules/cycles.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import { smallRuleSet } from '../support/small-rules.ts';

const QUESTIONS = `
questions:
  - {id: a, section: s, ask: w, need: optional, type: yes-no, when: [{b: yes}]}
  - {id: b, section: s, ask: w, need: optional, type: yes-no, when: [{c: yes}]}
  - {id: c, section: s, ask: w, need: optional, type: yes-no}
`;

/** The same questions with another condition on the last. */
function withLast(fact: string): RuleSet {
  const ruleSet = smallRuleSet(QUESTIONS);
  const when = { kind: 'test', fact, test: { is: 'answered' } } as const;
  return {
    ...ruleSet,
    questions: ruleSet.questions.map((each) => (each.id === 'c' ? { ...each, when } : each)),
  };
}

test('facts that need one another in a row are no circle', () => {
  expect([...cyclesOf(smallRuleSet(QUESTIONS))]).toEqual([]);
});

test('a circle is told as the way round', () => {
  expect([...cyclesOf(withLast('a'))]).toEqual([['a', 'b', 'c', 'a']]);
});

test('a circle is told without the way that leads to it', () => {
  expect([...cyclesOf(withLast('b'))]).toEqual([['b', 'c', 'b']]);
});
