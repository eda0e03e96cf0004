import { describe, expect, test } from 'vitest';

import { admit, admitIntake, withoutChanged, withoutStale } from '../../src/interview/admit.ts';
import { NOTHING_ASKED } from '../../src/interview/state.ts';
import { at } from '../support/anchorage.ts';
import { Call, HEALTHY, toolsAt } from '../support/call.ts';

const AHEAD = toolsAt('2026-11-20T10:00');
const ON_DAY = toolsAt('2026-11-24T07:30');

const GIVEN = {
  id: 'A-1',
  patient: { age_years: 45, sex: 'male' },
  procedure: { type: 'cervical-interlaminar-epidural', at: '2026-11-24T09:00' },
};

describe('the answers of a file', () => {
  test('may be nested, and what is missing is asked', () => {
    const { state, said } = admitIntake(GIVEN, AHEAD);
    expect(state.answers).toMatchObject({ id: 'A-1', 'patient.age_years': 45 });
    expect(said).toEqual([]);
    expect(new Call('2026-11-20T10:00', state).at).toBe('procedure.sedation');
  });

  test('with nothing missing lead to the review', () => {
    const { intake } = new Call('2026-11-20T10:00').answerFrom(HEALTHY);
    const { state } = admitIntake(intake, AHEAD);
    const call = new Call('2026-11-20T10:00', state).answerFrom(HEALTHY);
    expect(call.at).toBe('review');
    expect(call.intake).toEqual(intake);
  });

  test('that cannot be used are asked again, and it is said which', () => {
    const given = { ...GIVEN, 'diabetes.type': 'type-2', 'diabetes.hba1c_percent': 72 };
    const { state, said } = admitIntake(given, AHEAD);
    expect(state.answers).not.toHaveProperty(['diabetes.hba1c_percent']);
    expect(said).toEqual([
      { is: 'note', text: expect.stringMatching(/diabetes\.hba1c_percent.*mmol\/mol/) },
    ]);
  });

  test('hold medicines in any form, and their list is complete', () => {
    const cell = 'Eliquis 5 mg bid @ 2026-11-20 08:00 for atrial-fibrillation; aspirin 81 mg';
    const { state } = admitIntake({ ...GIVEN, medications: cell, supplements: 'none' }, AHEAD);
    expect(state.answers['medications']).toEqual([
      {
        name: 'Eliquis 5 mg bid',
        taken_for: 'atrial-fibrillation',
        last_taken: '2026-11-20 08:00',
      },
      { name: 'aspirin 81 mg' },
    ]);
    expect(state.answers['supplements']).toEqual([]);
    expect(state.settled).toEqual(['medications', 'supplements']);
  });

  test('may say that the medicines are not known', () => {
    const { state } = admitIntake({ ...GIVEN, medications: ['unknown'] }, AHEAD);
    expect(state.answers['medications']).toBe('unknown');
  });

  test('lose a field of a medicine that cannot be meant, and no more', () => {
    const medications = [{ name: 'Eliquis', last_taken: '2026-12-24T08:00', still_taking: false }];
    const { state, said } = admitIntake({ ...GIVEN, medications }, AHEAD);
    expect(state.answers['medications']).toEqual([{ name: 'Eliquis', still_taking: false }]);
    expect(said).toHaveLength(1);
  });

  test('lose a medicine without a name with the whole list, which is asked again', () => {
    const { state } = admitIntake({ ...GIVEN, medications: [{ dose: '5 mg' }] }, AHEAD);
    expect(state.answers).not.toHaveProperty('medications');
    expect(state.settled).toEqual([]);
  });
});

test('a number that is not known is no number, and is asked', () => {
  const { state } = admitIntake({ ...GIVEN, id: 'unknown' }, AHEAD);
  expect(new Call('2026-11-20T10:00', state).at).toBe('id');
});

describe('answers of an earlier day, on the day of the procedure', () => {
  test('are asked again where they can have changed', () => {
    const answered = new Call('2026-11-20T10:00').answerFrom(HEALTHY).state;
    const fresh = withoutStale(answered, at('2026-11-20T10:00'), ON_DAY);
    expect(fresh.state.answers).not.toHaveProperty(['neuro.red_flags']);
    expect(fresh.state.answers).not.toHaveProperty(['driver.arranged']);
    expect(fresh.state.answers).toHaveProperty(['health.conditions']);
    expect(fresh.said).toHaveLength(1);
  });

  test('stay when they are of the same day, or the day is still ahead', () => {
    const answered = new Call('2026-11-20T10:00').answerFrom(HEALTHY).state;
    expect(withoutStale(answered, at('2026-11-24T06:00'), ON_DAY).state).toBe(answered);
    expect(withoutStale(answered, at('2026-11-19T06:00'), AHEAD).state).toBe(answered);
  });

  test('forget the last dose of a medicine that was still taken', () => {
    const medications = [
      { name: 'Eliquis', still_taking: true, last_taken: '2026-11-20T08:00' },
      { name: 'warfarin', still_taking: false, last_taken: '2026-11-01' },
    ];
    const given = admitIntake({ ...GIVEN, medications }, AHEAD).state;
    expect(
      withoutStale(given, at('2026-11-20T10:00'), ON_DAY).state.answers['medications'],
    ).toEqual([
      { name: 'Eliquis', still_taking: true },
      { name: 'warfarin', still_taking: false, last_taken: '2026-11-01' },
    ]);
  });
});

describe('a draft', () => {
  test('asks again what the rules now put otherwise', () => {
    const state = { ...NOTHING_ASKED, answers: { id: 'A-1', 'patient.sex': 'male' } };
    const { state: left, said } = withoutChanged(state, ['patient.sex', 'diabetes.type']);
    expect(left.answers).toEqual({ id: 'A-1' });
    expect(said).toEqual([{ is: 'note', text: expect.stringContaining('patient.sex') }]);
  });

  test('with a procedure that is past asks for its hour again', () => {
    const { state } = admitIntake(GIVEN, AHEAD);
    const { state: left } = admit(state, toolsAt('2026-11-25T08:00'));
    expect(left.answers).not.toHaveProperty(['procedure.at']);
  });
});
