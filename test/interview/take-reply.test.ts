import { describe, expect, test } from 'vitest';

import { Call, callUpTo, HEALTHY, ON_THE_DAY } from '../support/call.ts';
import { screenRaw } from '../support/shipped.ts';

const AHEAD = '2026-11-20T10:00';
const ON_DAY = '2026-11-24T07:30';

describe('a healthy patient', () => {
  test('ahead of the day takes 33 keys besides free text, and is GO', () => {
    const call = new Call(AHEAD).answerFrom(HEALTHY);
    expect(call.at).toBe('review');
    call.type('f');
    expect(call.at).toBe('finished');
    expect(screenRaw(call.intake).disposition).toBe('go');
    expect(call.keys - call.letters).toBeLessThanOrEqual(33);
  });

  test('on the day is asked for measurements and meals too', () => {
    const call = new Call(ON_DAY).answerFrom(ON_THE_DAY).type('f');
    expect(screenRaw(call.intake).disposition).toBe('go');
    expect(call.keys - call.letters).toBeLessThanOrEqual(60);
    expect(call.intake).toMatchObject({
      'last_meal.at': '2026-11-23T19:00',
      'infection.temperature_c': '98.1 F',
      screened_at: '2026-11-24T07:30:00-09:00',
    });
  });

  test('is not asked about the day ahead of it', () => {
    const asked = Object.keys(new Call(AHEAD).answerFrom(ON_THE_DAY).state.answers);
    expect(asked).not.toContain('last_meal.kind');
    expect(asked).not.toContain('infection.temperature_c');
  });
});

describe('the order of the call', () => {
  test('is that of the sections', () => {
    const call = new Call(AHEAD);
    const headings: string[] = [];
    while (call.at !== 'review') {
      const { heading } = call.ask;
      if (headings.at(-1) !== heading) headings.push(heading);
      call.type(HEALTHY[call.at] ?? '');
    }
    expect(headings).toEqual([
      'Patient',
      'Procedure',
      'Stop-now symptoms',
      'Blood thinners, other medicines and supplements',
      'Bleeding',
      'Diabetes and weight-loss medicines',
      'Infection and vaccines',
      'Health',
      'Allergies and pregnancy',
      'Steroid injections',
      'Food and drink',
      'Measurements on the day',
      'Driver and consent',
    ]);
  });

  test('asks only what concerns the patient', () => {
    const woman = callUpTo('group.allergies', AHEAD, { ...HEALTHY, 'patient.sex': '1' }).type('0');
    expect(woman.at).toBe('pregnancy.status');
    const man = callUpTo('group.allergies').type('0');
    expect(man.at).toBe('steroid.injections_last_12_months');
    const withoutDye = callUpTo('group.allergies', AHEAD, {
      ...HEALTHY,
      'procedure.contrast': 'n',
    });
    expect(withoutDye.type('0').state.answers).not.toHaveProperty(['allergy.contrast']);
  });

  test('asks an optional question only where its answer can matter', () => {
    const call = callUpTo('health.neck_surgery_planned_on').type('-');
    expect(call.at).toBe('kidney.crcl_ml_min');
    const thinned = callUpTo('medications')
      .type('warfarin', 'n', '2 weeks ago', '1', 'n', '0')
      .answerFrom(HEALTHY);
    expect(thinned.at).toBe('health.cha2ds2_vasc');
  });

  test('takes the plan of the site where the nurse passes it over, and says so', () => {
    const call = callUpTo('procedure.sedation');
    expect(call.ask.offers).toContainEqual({
      command: 'skip',
      key: '-',
      label: 'as planned: yes',
    });
    call.type('-');
    expect(call.said).toContainEqual(expect.objectContaining({ answer: 'as planned: yes' }));
    expect(call.intake).not.toHaveProperty(['procedure.sedation']);
  });
});

test('Enter alone passes over no question, whatever was pressed before it', () => {
  const optional = Object.keys(HEALTHY).filter((fact) => HEALTHY[fact] === '-');
  expect(optional).toHaveLength(7);
  for (const fact of optional) expect(callUpTo(fact).try('').is).toBe('refused');
});

describe('going back', () => {
  test('shows the answer before, which Enter keeps', () => {
    const call = callUpTo('bleeding.history').type('b');
    expect(call.at).toBe('bleeding.disorders');
    expect(call.ask.current).toBe('None of these');
    expect(call.type('').at).toBe('bleeding.history');
  });

  test('reaches every question asked so far, and the first has none before it', () => {
    const call = callUpTo('bleeding.history');
    for (const fact of [
      'bleeding.disorders',
      'supplements',
      'medications',
      'neuro.red_flags',
      'procedure.contrast',
    ]) {
      expect(call.type('b').at).toBe(fact);
    }
    expect(new Call(AHEAD).ask.offers.map(({ command }) => command)).not.toContain('back');
  });

  test('then goes on where the call was, without asking twice', () => {
    const call = callUpTo('bleeding.history').type('b', 'b', 'b').type('b', '1');
    expect(call.at).toBe('bleeding.history');
  });

  test('begins a list with what was ticked', () => {
    const call = callUpTo('health.conditions').type('16').type('r');
    const row = call.ask.options.find(({ answer }) => answer?.startsWith('Dialysis'));
    call.type(row?.key ?? '');
    expect(call.ask.text).toBe('16');
  });
});

describe('the review', () => {
  const row = (call: Call, label: string): string =>
    call.ask.options.find((each) => each.label.startsWith(label))?.key ?? '';

  test('shows every answer, and lets any be changed before the decision', () => {
    const call = new Call(AHEAD).answerFrom(HEALTHY);
    expect(call.ask.options).toHaveLength(Object.keys(HEALTHY).length - 1 + 5);
    call.type(row(call, 'Adult to take'), 'n');
    expect(call.at).toBe('review');
    expect(screenRaw(call.type('f').intake).disposition).toBe('hold');
  });

  test('takes out what a change makes moot, and says so', () => {
    const call = callUpTo('diabetes.type')
      .type('2', '7.4', '2 weeks ago')
      .type('-')
      .answerFrom(HEALTHY);
    call.type(row(call, 'Diabetes'), '0');
    expect(call.at).toBe('review');
    expect(call.state.answers).not.toHaveProperty(['diabetes.hba1c_percent']);
    expect(call.notes).toEqual([
      expect.stringMatching(/taken out.*HbA1c.*7\.4 %/),
      expect.stringMatching(/taken out.*HbA1c.*6 Nov 2026/),
    ]);
  });

  test('asks what a change makes necessary, and comes back', () => {
    const call = new Call(AHEAD).answerFrom(HEALTHY);
    call.type(row(call, 'Diabetes'), '2');
    expect(call.at).toBe('diabetes.hba1c_percent');
    call.type('u', '-');
    expect(call.at).toBe('review');
  });

  test('can be looked at in between, and leads to any question', () => {
    const call = callUpTo('bleeding.disorders').type('r');
    expect(call.ask.words).toMatch(/^Not all is asked yet/);
    call.type(row(call, 'Adult to take'), 'y');
    expect(call.at).toBe('bleeding.disorders');
  });

  test('decides early only as a hold that names what was not asked', () => {
    const call = callUpTo('driver.arranged').type('r', 'f');
    const result = screenRaw(call.intake);
    expect(call.at).toBe('finished');
    expect(result.disposition).toBe('hold');
    expect(result.missing.map(({ fact }) => fact)).toContain('driver.arranged');
  });

  test('does not take half a list of medicines for the whole', () => {
    const call = callUpTo('medications').type('metoprolol', 'r', 'f');
    expect(call.at).toBe('medications');
    expect(call.notes).toEqual([expect.stringContaining('not finished')]);
  });

  test('does not decide about nobody', () => {
    const call = new Call(AHEAD).type('A-1', 'r', 'f');
    expect(call.at).toBe('patient.age_years');
    expect(call.notes).toHaveLength(1);
  });
});

describe('an emergency', () => {
  test('interrupts at once with what to do', () => {
    const call = callUpTo('neuro.red_flags').type('6');
    expect(call.at).toBe('emergency');
    expect(call.ask.isAlarm).toBe(true);
    expect(call.ask.before?.join(' ')).toMatch(/emergency services/i);
    expect(call.try('').is).toBe('refused');
  });

  test('is told once, and then the questions go on', () => {
    const call = callUpTo('neuro.red_flags').type('6', 'c');
    expect(call.at).toBe('medications');
    expect(call.type('0').at).toBe('supplements');
  });

  test('can be corrected, or end the call', () => {
    expect(callUpTo('neuro.red_flags').type('6', 'b', '0').at).toBe('medications');
    expect(callUpTo('neuro.red_flags').type('6', 'f').at).toBe('finished');
  });

  test('that was not acknowledged comes first when the call is taken up again', () => {
    const call = callUpTo('neuro.red_flags').type('6');
    expect(new Call(AHEAD, call.state).at).toBe('emergency');
  });
});
