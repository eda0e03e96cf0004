import { describe, expect, test } from 'vitest';

import { Call, callUpTo, HEALTHY } from '../support/call.ts';

const AHEAD = '2026-11-20T10:00';

function keyOf({ ask }: Call, label: string): string {
  const found = ask.options.find((each) => each.label.startsWith(label));
  if (!found) throw new Error(`no ${label}`);
  return found.key;
}

describe('the sections', () => {
  test('show how much of each is asked', () => {
    const call = callUpTo('supplements').type('j');
    expect(call.ask.options.slice(0, 5).map(({ label }) => label)).toEqual([
      'Patient: all asked',
      'Procedure: all asked',
      'Stop-now symptoms: all asked',
      'Blood thinners, other medicines and supplements: 1 of 2 to ask',
      'Bleeding: 3 of 3 to ask',
    ]);
  });

  test('are gone to from any question, asked to their end, and the call goes on in its order', () => {
    const call = callUpTo('bleeding.disorders').type('j');
    call.type(keyOf(call, 'Allergies'));
    expect(call.at).toBe('group.allergies');
    expect(call.type('5').at).toBe('allergy.latex');
    expect(call.type('1').at).toBe('bleeding.disorders');
    expect(call.answerFrom(HEALTHY).at).toBe('review');
  });

  test('that are all asked are gone to at their beginning', () => {
    const call = callUpTo('bleeding.disorders').type('j');
    expect(call.type(keyOf(call, 'Patient')).at).toBe('id');
    expect(call.type('').at).toBe('bleeding.disorders');
  });

  test('in which nothing is asked of this patient lead nowhere', () => {
    const call = new Call(AHEAD).type('A-1', 'j');
    const empty = call.ask.options.find(({ label }) => label.endsWith('nothing to ask'));
    expect(empty?.label).toBe('Steroid injections: nothing to ask');
    expect(call.try(empty?.key ?? '').is).toBe('refused');
    expect(call.at).toBe('sections');
  });

  test('are left for the question from which they were asked for', () => {
    const call = callUpTo('bleeding.disorders').type('j', 'b');
    expect(call.at).toBe('bleeding.disorders');
    expect(call.type('j', 'r').at).toBe('review');
  });
});

describe('a call that is parked', () => {
  test('remembers how it ended, and can be taken up again', () => {
    const call = callUpTo('neuro.red_flags').type('j', 'p', '1');
    expect(call.at).toBe('parked');
    expect(call.state.call.attempts).toEqual([
      { at: '2026-11-20T10:00:00-09:00', outcome: 'no-answer' },
    ]);
    const again = new Call(AHEAD, call.state).type('j', 'p', '2');
    expect(again.state.call.attempts.map(({ outcome }) => outcome)).toEqual([
      'no-answer',
      'left-message',
    ]);
    expect(new Call(AHEAD, again.state).at).toBe('neuro.red_flags');
  });

  test('from the review, or not after all', () => {
    expect(callUpTo('neuro.red_flags').type('r', 'p', '3').at).toBe('parked');
    const call = callUpTo('neuro.red_flags').type('j', 'p', 'b');
    expect(call.at).toBe('neuro.red_flags');
    expect(call.state.call.attempts).toEqual([]);
  });
});
