import { describe, expect, test } from 'vitest';

import { withHistory } from '../../src/interview/history.ts';
import { NOTHING_ASKED, withAnswer, withoutAnswers } from '../../src/interview/state.ts';
import { Call, callUpTo, HEALTHY } from '../support/call.ts';

const AHEAD = '2026-11-20T10:00';

describe('the history of a call', () => {
  test('is every answer in the order in which it was given, with its moment', () => {
    const call = new Call(AHEAD).type('A-1', '45', 'u');
    expect(call.state.history).toEqual([
      { at: '2026-11-20T10:00:00-09:00', fact: 'id', value: 'A-1' },
      { at: '2026-11-20T10:00:00-09:00', fact: 'patient.age_years', value: 45 },
      { at: '2026-11-20T10:00:00-09:00', fact: 'patient.sex', value: 'unknown' },
    ]);
  });

  test('keeps what was answered before a change, and adds nothing for an answer that is kept', () => {
    const call = callUpTo('patient.sex').type('b', '', 'b', '46');
    expect(call.state.history.map(({ fact, value }) => [fact, value])).toEqual([
      ['id', HEALTHY['id']],
      ['patient.age_years', 45],
      ['patient.age_years', 46],
    ]);
  });

  test('says of an answer that became moot that it was withdrawn', () => {
    const call = callUpTo('diabetes.type').type('2', '7.4', 'b', 'b', '0');
    expect(call.state.history.slice(-3)).toEqual([
      expect.objectContaining({ fact: 'diabetes.hba1c_percent', value: 7.4 }),
      expect.objectContaining({ fact: 'diabetes.type', value: 'none' }),
      { at: '2026-11-20T10:00:00-09:00', fact: 'diabetes.hba1c_percent' },
    ]);
  });

  test('replayed, gives the answers', () => {
    const call = callUpTo('diabetes.type').type('2', '7.4', 'b', 'b', '0').answerFrom(HEALTHY);
    const replayed: Record<string, unknown> = {};
    for (const { fact, ...entry } of call.state.history) {
      if ('value' in entry) replayed[fact] = entry.value;
      else delete replayed[fact];
    }
    expect(replayed).toEqual(call.state.answers);
  });

  test('holds the list of medicines whole, each time that one is named or changed', () => {
    const call = callUpTo('medications').type('metoprolol', 'lisinopril');
    expect(call.state.history.slice(-2).map(({ value }) => value)).toEqual([
      [{ name: 'metoprolol' }],
      [{ name: 'metoprolol' }, { name: 'lisinopril' }],
    ]);
  });
});

test('a state that lost an answer says so, and one that is the same says nothing', () => {
  const first = withAnswer(NOTHING_ASKED, 'id', 'A-1');
  expect(withHistory(first, first, 'now').history).toEqual([]);
  expect(withHistory(first, withAnswer(first, 'id', 'A-1'), 'now').history).toEqual([]);
  expect(withHistory(first, withoutAnswers(first, ['id']), 'now').history).toEqual([
    { at: 'now', fact: 'id' },
  ]);
});
