import { describe, expect, test } from 'vitest';

import { clinic, decide, type Given } from '../support/small-clinic.ts';

const rules = clinic({
  questions: [
    { id: 'meal', type: 'date-time', direction: 'any' },
    { id: 'drink', type: 'date-time', direction: 'any' },
    { id: 'shot', type: 'date', direction: 'any' },
    { id: 'booster', type: 'date', direction: 'any' },
    { id: 'fever', type: 'yes-no' },
    { id: 'asked', type: 'yes-no', need: 'required' },
  ],
  rules: [
    { id: 'meal', when: [{ meal: 'less than 6 hours before the procedure' }] },
    { id: 'drink', when: [{ drink: 'less than 2 hours before the procedure' }] },
    { id: 'shot', when: [{ shot: 'within 2 weeks before the procedure' }] },
    { id: 'booster', when: [{ booster: 'within 2 weeks after the procedure' }] },
    { id: 'fever', when: [{ fever: 'yes' }] },
    { id: 'age', when: [{ 'patient.age_years': 'at least 75' }], outcome: 'contact-physician' },
    {
      id: 'thinner',
      each_medicine: [
        { class: 'anticoagulant' },
        { last_taken: 'less than 72 hours before the procedure' },
      ],
    },
    {
      id: 'platelets',
      each_medicine: [
        { class: 'antiplatelet' },
        { last_taken: 'less than 3 days before the procedure' },
      ],
    },
  ],
});

const earliest = (given: Given) => decide({ asked: true, ...given }, rules).earliest_go;

const medicine = (name: string, told: Given): Given => ({ medications: [{ name, ...told }] });

describe('the earliest date', () => {
  test('is none for a go', () => {
    expect(earliest({})).toBeNull();
  });

  test('is the minute at which the hold has cleared, while the clinic is open', () => {
    expect(earliest({ meal: '2026-11-24T03:30' })).toEqual({
      at: '2026-11-24T09:30:00-09:00',
      because: ['meal'],
    });
  });

  test.each([
    ['the closing minute is closed', '2026-11-24T06:00', '2026-11-24T13:00:00-09:00'],
    ['the minute before it is open', '2026-11-24T05:59', '2026-11-24T11:59:00-09:00'],
    ['the opening minute is open', '2026-11-24T07:00', '2026-11-24T13:00:00-09:00'],
    ['after the last hour comes the next day', '2026-11-24T10:00', '2026-11-25T08:00:00-09:00'],
  ])('lies within the opening hours: %s', (_, meal, at) => {
    expect(earliest({ meal })?.at).toBe(at);
  });

  test('skips the weekend from Friday noon', () => {
    const friday = { 'procedure.at': '2026-11-27T09:00', screened_at: '2026-11-27T08:30' };
    expect(earliest({ ...friday, meal: '2026-11-27T07:00' })?.at).toBe('2026-11-30T08:00:00-09:00');
  });

  test('is that of the hold that clears last, and names it', () => {
    const both = { meal: '2026-11-24T05:00', drink: '2026-11-24T08:00' };
    expect(earliest(both)).toEqual({ at: '2026-11-24T11:00:00-09:00', because: ['meal'] });
  });

  test('names every rule that binds', () => {
    const both = { meal: '2026-11-24T04:00', drink: '2026-11-24T08:00' };
    expect(earliest(both)).toEqual({ at: '2026-11-24T10:00:00-09:00', because: ['drink', 'meal'] });
  });
});

describe('a wait for a medicine', () => {
  const taken = { last_taken: '2026-11-22T08:30' };

  test('is counted from its last dose when it is paused', () => {
    expect(earliest(medicine('apixaban', { ...taken, still_taking: false }))).toEqual({
      at: '2026-11-25T08:30:00-09:00',
      because: ['thinner'],
    });
  });

  test('is counted from the screening when it is still taken', () => {
    expect(earliest(medicine('apixaban', { ...taken, still_taking: true }))?.at).toBe(
      '2026-11-27T08:00:00-09:00',
    );
  });

  test('tells of which medicine it supposes that no further dose is taken', () => {
    const still = { ...taken, still_taking: true };
    const found = earliest({
      medications: [{ name: 'apixaban', ...still }, { name: 'metoprolol' }],
    });
    expect(found?.if_no_further_dose_of).toEqual(['apixaban']);
  });

  test('supposes nothing of a medicine that does not bind, though it is still taken', () => {
    const agreed = medicine('apixaban', { still_taking: true, prescriber_agrees: true });
    const shot = { shot: '2026-11-12', screened_at: '2026-11-17T10:00' };
    expect(earliest({ ...agreed, ...shot })).not.toHaveProperty('if_no_further_dose_of');
  });

  test.each([
    [
      'in November, early enough for the opening',
      '2026-10-30',
      '2026-10-30T08:30',
      '2026-11-02T08:00:00-09:00',
    ],
    [
      'in November, an hour earlier on the clock',
      '2026-10-30',
      '2026-10-30T10:30',
      '2026-11-02T09:30:00-09:00',
    ],
    ['in March, an hour later', '2027-03-12', '2027-03-12T08:30', '2027-03-15T09:30:00-08:00'],
  ])('counts hours exactly when the clocks change: %s', (_, day, last_taken, at) => {
    const told = medicine('apixaban', { last_taken, still_taking: false });
    const on = { 'procedure.at': `${day}T11:00`, screened_at: `${day}T10:45` };
    expect(earliest({ ...on, ...told })?.at).toBe(at);
  });

  test.each([
    ['2026-10-30', '2026-11-02T08:00:00-09:00'],
    ['2027-03-12', '2027-03-15T08:00:00-08:00'],
  ])('counts days on the calendar when the clocks change: three from %s', (day, at) => {
    const told = medicine('aspirin', { last_taken: `${day}T10:30`, still_taking: false });
    const on = { 'procedure.at': `${day}T11:00`, screened_at: `${day}T10:45` };
    expect(earliest({ ...on, ...told })?.at).toBe(at);
  });
});

describe('there is no earliest date', () => {
  test('when a hold clears with nothing that time brings', () => {
    expect(earliest({ fever: true })).toBeNull();
    expect(earliest({ fever: true, meal: '2026-11-24T05:00' })).toBeNull();
  });

  test('while a required question is not asked', () => {
    expect(earliest({ asked: null, meal: '2026-11-24T05:00' })).toBeNull();
  });

  test('when the clinic never opens', () => {
    const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    const site = `name: A
phone: "1"
time_zone: America/Anchorage
opening_hours: {${days.map((day) => `${day}: closed`).join(', ')}}
procedures: {}
contacts: []
`;
    const closed = clinic(
      {
        questions: [{ id: 'meal', type: 'date-time', direction: 'any' }],
        rules: [{ id: 'meal', when: [{ meal: 'less than 6 hours before the procedure' }] }],
      },
      site,
    );
    expect(decide({ meal: '2026-11-24T05:00' }, closed).earliest_go).toBeNull();
  });
});

describe('what a physician still has to decide', () => {
  test('does not move it, and stays on the list', () => {
    const result = decide(
      { asked: true, 'patient.age_years': 80, meal: '2026-11-24T05:00' },
      rules,
    );
    expect(result.earliest_go).toEqual({ at: '2026-11-24T11:00:00-09:00', because: ['meal'] });
    expect(result.findings.map(({ rule }) => rule)).toEqual(['meal', 'age']);
  });

  test('alone leaves the procedure where it is', () => {
    expect(earliest({ 'patient.age_years': 80 })).toEqual({
      at: '2026-11-24T09:00:00-09:00',
      because: [],
    });
    expect(earliest({ asked: 'unknown' })).toEqual({
      at: '2026-11-24T09:00:00-09:00',
      because: [],
    });
  });
});

describe('when waiting itself brings a hold', () => {
  const late = { meal: '2026-11-24T10:00', screened_at: '2026-11-24T08:45' };

  test('it is waited for too, and binds', () => {
    expect(earliest({ ...late, shot: '2026-11-25' })).toEqual({
      at: '2026-12-09T08:00:00-09:00',
      because: ['shot'],
    });
  });

  test('there is no date if that one does not end', () => {
    expect(earliest({ ...late, booster: '2026-12-08' })).toBeNull();
  });
});
