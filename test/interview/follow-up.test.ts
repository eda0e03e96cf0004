import { describe, expect, test } from 'vitest';

import { takeUp, type FirstScreening } from '../../src/interview/follow-up.ts';
import { resultChanges } from '../../src/interview/result-changes.ts';
import { resultOf } from '../../src/interview/standing.ts';
import { askedQuestions } from '../../src/records/asked-questions.ts';
import { changesText } from '../../src/report/interview/interview-changes.ts';
import { PLAIN } from '../../src/report/palette.ts';
import { Call, HEALTHY, ON_THE_DAY, toolsAt } from '../support/call.ts';
import { shipped } from '../support/shipped.ts';

const AHEAD = '2026-11-20T10:00';
const ON_DAY = '2026-11-24T07:30';
const RECORD = '0000001-3fa9c2b1d07e';

/** What a record keeps of a call. */
function recorded(call: Call): FirstScreening {
  const result = resultOf(call.state, call.tools);
  if (!result) throw new Error('not decided');
  const { intake: answers, state } = call;
  const questions = askedQuestions(shipped.ruleSet, answers, result);
  return { id: RECORD, answers, notes: state.notes, questions, result };
}

function first(more: Readonly<Record<string, string>> = {}): FirstScreening {
  return recorded(new Call(AHEAD).answerFrom({ ...HEALTHY, ...more }));
}

const MEDICINES: Readonly<Record<string, string>> = {
  'medications[0].still_taking': 'y',
  'medications[0].taken_for': '1',
  'medications[0].prescriber_agrees': 'y',
};

/** The facts that are asked, and the call once they all are. */
function askedIn(call: Call, answers: Readonly<Record<string, string>>): readonly string[] {
  const asked: string[] = [];
  while (call.at !== 'review') {
    asked.push(call.at);
    const text = answers[call.at];
    if (text === undefined) throw new Error(`nothing to answer at ${call.at}`);
    call.type(text);
  }
  return asked;
}

describe('a screening that is taken up on the day', () => {
  test('asks just what its result lists for the day, and is decided', () => {
    const screening = first();
    expect(screening.result.disposition).toBe('go');
    const call = new Call(ON_DAY, takeUp(screening, toolsAt(ON_DAY)).state);
    const asked = askedIn(call, ON_THE_DAY);
    const listed = screening.result.checks_on_the_day.map(({ fact }) => fact);
    // What hangs on an answer is asked with it, and what does not concern the patient is not.
    expect(asked.filter((fact) => !listed.includes(fact))).toEqual([]);
    for (const fact of [
      'infection.temperature_c',
      'last_meal.kind',
      'neuro.red_flags',
      'driver.arranged',
    ])
      expect(asked).toContain(fact);
    expect(asked).not.toContain('id');
    expect(asked).not.toContain('allergy.latex');
    expect(resultOf(call.state, call.tools)?.disposition).toBe('go');
  });

  test('asks again for the last dose of a medicine that was still taken', () => {
    const call = new Call(AHEAD)
      .answerFrom(
        Object.fromEntries(Object.entries(HEALTHY).filter(([fact]) => fact !== 'medications')),
      )
      .type('Eliquis 5 mg')
      .answerFrom({ ...HEALTHY, ...MEDICINES });
    const again = new Call(ON_DAY, takeUp(recorded(call), toolsAt(ON_DAY)).state);
    const asked = askedIn(again, {
      ...ON_THE_DAY,
      ...MEDICINES,
      'medications[0].last_taken': 'last night 8pm',
    });
    expect(asked).toContain('medications[0].last_taken');
    expect(asked).not.toContain('medications[0].taken_for');
    const result = resultOf(again.state, again.tools);
    expect(result?.disposition).toBe('hold');
  });

  test('carries the notes, the answers with their moment, and the record that it follows', () => {
    const screening = { ...first(), notes: { can_lie_prone: 'with a pillow' } };
    const { state } = takeUp(screening, toolsAt(ON_DAY));
    expect(state.notes).toEqual({ can_lie_prone: 'with a pillow' });
    expect(state.follows).toEqual({ record: RECORD, result: screening.result });
    const ofDriver = state.history.filter(({ fact }) => fact === 'driver.arranged');
    expect(ofDriver).toEqual([
      { at: '2026-11-20T10:00:00-09:00', fact: 'driver.arranged', value: true },
      { at: '2026-11-24T07:30:00-09:00', fact: 'driver.arranged' },
    ]);
  });

  test('asks again what is now put otherwise', () => {
    const screening = first();
    const questions = screening.questions.map((each) =>
      each.id === 'allergy.latex' ? { ...each, ask: 'Latex?' } : each,
    );
    const taken = takeUp({ ...screening, questions }, toolsAt(ON_DAY));
    expect(taken.state.answers).not.toHaveProperty(['allergy.latex']);
    expect(taken.said).toContainEqual(
      expect.objectContaining({ text: expect.stringContaining('allergy.latex') }),
    );
  });
});

test('before the day, nothing is asked again, and anything can be changed', () => {
  const call = new Call('2026-11-22T10:00', takeUp(first(), toolsAt('2026-11-22T10:00')).state);
  expect(call.at).toBe('review');
});

describe('what changed', () => {
  const now = (more: Readonly<Record<string, string>>): string => {
    const screening = first();
    const call = new Call(ON_DAY, takeUp(screening, toolsAt(ON_DAY)).state);
    askedIn(call, { ...ON_THE_DAY, ...more });
    const result = resultOf(call.state, call.tools);
    if (!result) throw new Error('not decided');
    return changesText(resultChanges(screening.result, result), RECORD, PLAIN);
  };

  test('is nothing', () => {
    expect(now({})).toMatchInlineSnapshot(`
      "Since record 0000001-3fa9c2b1d07e
        result    GO, as before
        - No finding and no medicine has changed."
    `);
  });

  test('is a finding that is new', () => {
    const text = now({ 'last_meal.at': '5am' });
    expect(text).toMatch(/result +HOLD, before GO/);
    expect(text).toMatch(/new +Last solid food/);
  });

  test('are medicines, and a finding that cleared', () => {
    const before = first({ 'consent.able': 'n' }).result;
    const { result } = first();
    const line = { as_written: 'x', recognised: 'x', match: 'exact' as const, classes: [] };
    const changes = resultChanges(
      {
        ...before,
        medicines: [
          { ...line, action: 'continue' },
          { ...line, as_written: 'y', action: 'continue' },
        ],
      },
      {
        ...result,
        medicines: [
          { ...line, action: 'hold-window' },
          { ...line, as_written: 'z', action: 'continue' },
        ],
      },
    );
    const text = changesText(changes, RECORD, PLAIN);
    expect(text).toMatch(/result +GO, before CONTACT PHYSICIAN/);
    expect(text).toMatch(/cleared +\S/);
    expect(text).toMatch(/x: hold window, before continue/);
    expect(text).toMatch(/y: no longer named/);
    expect(text).toMatch(/z: new/);
  });
});
