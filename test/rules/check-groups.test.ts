import { describe, expect, test } from 'vitest';

import { pointedAt } from '../support/places.ts';
import { faultsOf } from '../support/small-rules.ts';

const SHARED = 'ask: words, need: required';
const CHOICES = 'type: choice, choices: {none: Never, some: Some}';
const QUESTIONS = `
sections: [{id: other, title: Other}]
questions:
  - {id: one, section: s, ${SHARED}, ${CHOICES}}
  - {id: two, section: s, ${SHARED}, ${CHOICES}}
  - {id: far, section: other, ${SHARED}, ${CHOICES}}
  - {id: flag, section: s, ${SHARED}, type: yes-no}
`;

/** Each fault of a group with these rows, with the words that it points at. */
function told(rows: string, more = ''): string[] {
  const group = `groups:\n  - {id: g, ask: Any?, none: none, rows: {${rows}}}\n${more}`;
  return faultsOf(`${QUESTIONS}${group}`).map((fault) => `${fault.code} ${pointedAt(fault)}`);
}

describe('a group', () => {
  test('of questions with a choice, of one section, is right', () => {
    expect(told('one: One, two: Two')).toEqual([]);
  });

  test.each([
    ['a question that does not exist', 'one: One, nil: Nil, two: Two', 'unknown-fact nil'],
    ['a question without a choice', 'one: One, two: Two, flag: Flag', 'unknown-fact flag'],
    ['a question of another section', 'one: One, two: Two, far: Far', 'group-across-sections far'],
  ])('is wrong with %s', (_, rows, expected) => {
    expect(told(rows)).toEqual([expected]);
  });

  test('needs two questions', () => {
    expect(told('one: One')).toEqual([expect.stringContaining('too-few-rows')]);
  });

  test('shares no question with another', () => {
    const other = '  - {id: h, ask: More?, none: none, rows: {two: Two, one: One}}\n';
    expect(told('one: One, two: Two', other)).toEqual(['duplicate-row two', 'duplicate-row one']);
  });

  test('answers with a choice that all its questions have', () => {
    const group = 'groups:\n  - {id: g, ask: Any?, none: never, rows: {one: One, two: Two}}\n';
    const faults = faultsOf(`${QUESTIONS}${group}`);
    expect(faults.map(({ code }) => code)).toEqual(['unknown-choice', 'unknown-choice']);
    expect(faults.map(pointedAt)).toEqual(['never', 'never']);
  });

  test('has an id of its own', () => {
    const other = '  - {id: g, ask: More?, none: none, rows: {one: One, two: Two}}\n';
    expect(told('one: One, two: Two', other).at(0)).toContain('duplicate-id');
  });
});
