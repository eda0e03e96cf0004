import { describe, expect, test } from 'vitest';

import { A_WEEK_AHEAD, clinic, decide, type Given, ON_THE_DAY } from '../support/small-clinic.ts';

const rules = clinic({
  questions: [
    { id: 'temperature', type: 'number', between: [30, 44], need: 'on-the-day' },
    { id: 'fever', type: 'yes-no', need: 'required', ask_again: true },
    { id: 'cough', type: 'yes-no', need: 'required' },
    { id: 'pregnant', type: 'yes-no', need: 'on-the-day', when: [{ cough: 'yes' }] },
  ],
  rules: [
    {
      id: 'long',
      each_medicine: [
        { class: 'anticoagulant' },
        { last_taken: 'less than 5 days before the procedure' },
      ],
    },
    {
      id: 'short',
      each_medicine: [
        { class: 'anticoagulant' },
        { last_taken: 'less than 24 hours before the procedure' },
      ],
    },
  ],
});

const ANSWERED = { fever: false, cough: false, temperature: 36.6 };

function checks(given: Given): [string, string][] {
  return decide({ ...A_WEEK_AHEAD, ...ANSWERED, ...given }, rules).checks_on_the_day.map(
    ({ fact, text }) => [fact, text],
  );
}

describe('screened ahead, the checks on the day', () => {
  test('are the questions of the day and those to be asked again, answered or not', () => {
    const expected = [
      ['temperature', 'temperature?'],
      ['fever', 'fever?'],
    ];
    expect(checks({})).toEqual(expected);
    expect(checks({ temperature: null })).toEqual(expected);
  });

  test('are not required yet', () => {
    const { disposition, missing } = decide(
      { ...A_WEEK_AHEAD, ...ANSWERED, temperature: null },
      rules,
    );
    expect({ disposition, missing }).toEqual({ disposition: 'go', missing: [] });
  });

  test('are only questions that concern this patient', () => {
    expect(checks({ cough: true }).map(([fact]) => fact)).toContain('pregnant');
    expect(checks({ cough: false }).map(([fact]) => fact)).not.toContain('pregnant');
  });

  test('confirm the last dose of each medicine that is to be paused, once, by the longest wait', () => {
    const medications = [
      { name: 'Eliquis', still_taking: true },
      { name: 'apixaban', still_taking: true },
      { name: 'warfarin', still_taking: true },
    ];
    expect(checks({ medications }).filter(([fact]) => fact === 'medications')).toEqual([
      ['medications', 'Confirm Eliquis (apixaban) by Thu 19 Nov 2026 23:59.'],
      ['medications', 'Confirm warfarin by Thu 19 Nov 2026 23:59.'],
    ]);
  });

  test('do not confirm what was stopped in time already', () => {
    const medications = [{ name: 'Eliquis', still_taking: false, last_taken: '2026-11-01' }];
    expect(checks({ medications }).filter(([fact]) => fact === 'medications')).toEqual([]);
  });
});

test('screened on the day, there are none, and its questions are required', () => {
  const result = decide({ ...ON_THE_DAY, ...ANSWERED, temperature: null }, rules);
  expect(result.checks_on_the_day).toEqual([]);
  expect(result.missing.map(({ fact }) => fact)).toEqual(['temperature']);
});

test('the day is the calendar day of the procedure at the clinic, wherever the offsets point', () => {
  const midnight = {
    'procedure.at': '2026-11-25T08:59Z',
    screened_at: '2026-11-24T00:00',
    ...ANSWERED,
  };
  expect(decide(midnight, rules).checks_on_the_day).toEqual([]);
  expect(
    decide({ ...midnight, 'procedure.at': '2026-11-25T09:00Z' }, rules).checks_on_the_day,
  ).not.toEqual([]);
});
