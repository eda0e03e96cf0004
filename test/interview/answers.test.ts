import { describe, expect, test } from 'vitest';

import { callUpTo, ON_THE_DAY } from '../support/call.ts';

const ON_DAY = '2026-11-24T07:30';

describe('an answer', () => {
  test('has no default where safety hangs on it', () => {
    for (const fact of [
      'neuro.red_flags',
      'medications',
      'bleeding.new_unexplained',
      'diabetes.type',
      'group.allergies',
    ]) {
      expect(callUpTo(fact).try('')).toMatchObject({ is: 'refused' });
    }
  });

  test('may be not known or declined, but not who and what it is about', () => {
    const call = callUpTo('bleeding.disorders').type('u', 'd');
    expect(call.state.answers).toMatchObject({
      'bleeding.disorders': 'unknown',
      'bleeding.history': 'declined',
    });
    expect(callUpTo('procedure.type').try('u').is).toBe('refused');
    expect(callUpTo('procedure.at').try('')).toEqual({
      is: 'refused',
      message: 'an answer is needed',
    });
  });

  test('that cannot be meant is refused with the likely slip', () => {
    const call = callUpTo('diabetes.type').type('2');
    expect(call.at).toBe('diabetes.hba1c_percent');
    expect(call.try('72')).toEqual({ is: 'refused', message: expect.stringContaining('mmol/mol') });
    expect(callUpTo('procedure.at').try('2026-11-01T09:00').is).toBe('refused');
  });

  test('that can be read in several ways is asked back', () => {
    const call = callUpTo('last_meal.at', ON_DAY, ON_THE_DAY).type('yesterday 7');
    expect(call.at).toBe('which');
    expect(call.ask.options.map(({ label }) => label)).toEqual([
      'Mon 23 Nov 2026 07:00, 26 h before the procedure',
      'Mon 23 Nov 2026 19:00, 14 h before the procedure',
    ]);
    call.type('2');
    expect(call.state.answers['last_meal.at']).toBe('2026-11-23T19:00');
  });

  test('may be an age told as a date of birth', () => {
    for (const said of ['born 4 May 1960', '5/4/1960', '5/4/60', 'May 4, 1960', '1960-05-04']) {
      const call = callUpTo('patient.age_years');
      expect(call.ask.echo?.(said)).toBe('= 66 years (born Wed 4 May 1960)');
      expect(call.type(said).state.answers['patient.age_years']).toBe(66);
    }
    const exact = callUpTo('patient.age_years', '2026-05-03T10:00');
    expect(exact.type('4 May 1960').state.answers['patient.age_years']).toBe(65);
    for (const said of ['1960', 'May 1960', '5/4', 'two weeks ago', '5/4/2031', 'born']) {
      expect(callUpTo('patient.age_years').try(said).is).toBe('refused');
    }
  });

  test('of a day is no hour, and 0 is no time', () => {
    const day = callUpTo('infection.covid_on');
    for (const said of ['0', '8', '8am']) expect(day.try(said).is).toBe('refused');
    const hour = callUpTo('last_meal.at', ON_DAY, ON_THE_DAY);
    expect(hour.try('0')).toEqual({ is: 'refused', message: expect.stringContaining('12am') });
  });

  test('of two numbers that are the wrong way round is refused', () => {
    const call = callUpTo('blood_pressure.diastolic', ON_DAY, ON_THE_DAY);
    expect(call.try('130')).toEqual({
      is: 'refused',
      message: expect.stringMatching(/less than blood_pressure.systolic, which is 128.*swapped/),
    });
    const changed = call.type('78', 'b', 'b', '70');
    expect(changed.at).toBe('blood_pressure.diastolic');
    expect(changed.notes).toEqual([expect.stringContaining('Asked again')]);
  });

  test('that names a day where an hour is needed is refused', () => {
    const call = callUpTo('last_meal.at', ON_DAY, ON_THE_DAY);
    expect(call.try('yesterday')).toEqual({
      is: 'refused',
      message: expect.stringContaining('hour'),
    });
  });

  test('of several ticks is a list; none of these stands alone', () => {
    const call = callUpTo('health.events');
    expect(call.try('1 0').is).toBe('refused');
    call.type('13');
    expect(call.state.answers['health.events']).toEqual(['heart-attack', 'clot']);
    expect(call.at).toBe('health.heart_attack_on');
  });

  test('known to the month is asked back for its latest and earliest day', () => {
    const call = callUpTo('health.events').type('4', 'March 2019');
    expect(call.ask.options.map(({ label }) => label)).toEqual([
      expect.stringMatching(/^Sun 31 Mar 2019.*latest/),
      expect.stringMatching(/^Fri 1 Mar 2019.*earliest/),
    ]);
    expect(call.type('1').state.answers['health.stent_on']).toBe('2019-03-31');
  });
});
