import { describe, expect, test } from 'vitest';

import { Call, callUpTo, HEALTHY, ON_THE_DAY } from '../support/call.ts';

const AHEAD = '2026-11-20T10:00';
const ON_DAY = '2026-11-24T07:30';

describe('a note', () => {
  test.each([
    ['a question with keys', 'bleeding.new_unexplained', 'n'],
    ['a check-list', 'health.events', '0'],
    ['a question that is typed', 'steroid.injections_last_12_months', '2'],
    ['a date', 'last_meal.at', 'last night 7pm'],
    ['who it is about', 'id', 'A-1'],
    ['a list of medicines', 'medications', '0'],
  ])('goes with %s, which is then asked as before', (_, fact, answer) => {
    const call = callUpTo(fact, ON_DAY, ON_THE_DAY).type('+', 'says the daughter');
    expect(call.at).toBe(fact);
    expect(call.ask.note).toBe('says the daughter');
    expect(call.state.notes).toEqual({ [fact]: 'says the daughter' });
    expect(call.type(answer).at).not.toBe(fact);
  });

  test('is seen in the review, edited and removed', () => {
    const call = callUpTo('bleeding.new_unexplained').type('+', 'gums').answerFrom(HEALTHY);
    const row = call.ask.options.find(({ answer }) => answer === 'no (noted: gums)');
    call.type(row?.key ?? '', '+');
    expect(call.ask.text).toBe('gums');
    call.type('gums, once', '');
    expect(call.at).toBe('review');
    expect(call.state.notes).toEqual({ 'bleeding.new_unexplained': 'gums, once' });
    call.type(row?.key ?? '', '+', 'x', '');
    expect(call.state.notes).toEqual({});
  });

  test('that is begun can be left, and needs words', () => {
    const call = callUpTo('can_lie_prone').type('+');
    expect(call.try('').is).toBe('refused');
    expect(call.try('a\u001B[2J').is).toBe('refused');
    expect(call.try('a'.repeat(501)).is).toBe('refused');
    expect(call.type('b').at).toBe('can_lie_prone');
    expect(call.state.notes).toEqual({});
  });

  test('on an answer that becomes moot goes with it, and is shown', () => {
    const call = callUpTo('diabetes.type').type('2', '+', 'from her meter', '7.4', 'b', 'b', '0');
    expect(call.state.notes).toEqual({});
    expect(call.notes).toEqual([expect.stringContaining('7.4 % (noted: from her meter)')]);
  });
});

describe('a note on a medicine', () => {
  const two = (): Call =>
    callUpTo('medications').type('metoprolol', 'lisinopril', '2', '+', 'half');

  test('is in its row of the table', () => {
    const call = two().type('b');
    expect(call.at).toBe('medications');
    expect(call.state.notes).toEqual({ 'medications[1]': 'half' });
    expect(call.ask.table).toEqual([
      { key: '1', label: 'metoprolol', answer: 'metoprolol' },
      { key: '2', label: 'lisinopril', answer: 'lisinopril; note: half' },
    ]);
  });

  test('moves with it when another is removed', () => {
    const call = two().type('b', '1', 'x');
    expect(call.state.notes).toEqual({ 'medications[0]': 'half' });
  });

  test('goes when it is removed, or becomes another medicine', () => {
    expect(two().type('x').state.notes).toEqual({});
    const renamed = two().type('1', 'metformin');
    expect(renamed.state.notes).toEqual({});
    expect(renamed.notes).toEqual([expect.stringContaining('asked again for metformin')]);
    expect(two().type('1', 'Zestril').state.notes).toEqual({ 'medications[1]': 'half' });
  });

  test('stays with it when one before it becomes two', () => {
    const call = two().type('b', '1', '1', 'metformin, atenolol');
    expect(call.state.notes).toEqual({ 'medications[2]': 'half' });
  });
});

test('the table leads to a medicine, and back to the next name', () => {
  const call = callUpTo('medications').type('metoprolol', 'lisinopril', '1');
  expect(call.at).toBe('medicine');
  expect(call.type('b').at).toBe('medications');
  expect(call.type('2', 'x').state.answers['medications']).toEqual([{ name: 'metoprolol' }]);
  expect(call.try('3').is).toBe('which');
  expect(new Call(AHEAD, call.state).at).toBe('medications');
});
