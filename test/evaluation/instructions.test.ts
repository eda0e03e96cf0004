import { describe, expect, test } from 'vitest';

import type { InstructionLine } from '../../src/evaluation/result.ts';
import { A_WEEK_AHEAD, clinic, decide, type Given, ON_THE_DAY } from '../support/small-clinic.ts';

const WINDOW = { last_taken: 'less than 72 hours before the procedure' };

const rules = clinic({
  questions: [
    { id: 'fever', type: 'yes-no' },
    { id: 'cough', type: 'yes-no' },
  ],
  parameters: [{ id: 'rest', value: '24 hours' }],
  rules: [
    { id: 'thinner', each_medicine: [{ class: 'anticoagulant' }, WINDOW] },
    {
      id: 'pain',
      each_medicine: [{ class: 'nsaid' }, { last_taken: 'less than 3 days before the procedure' }],
    },
    {
      id: 'mood',
      plan: 'ask-prescriber',
      outcome: 'contact-physician',
      each_medicine: [{ class: 'ssri-snri' }, WINDOW],
    },
    {
      id: 'stent',
      plan: 'ask-prescriber',
      ask_prescriber: 'Ask about {medicine}, by {last_dose_by}.',
      outcome: 'contact-physician',
      each_medicine: [{ class: 'antiplatelet' }, WINDOW],
    },
    {
      id: 'diabetes',
      outcome: 'contact-physician',
      each_medicine: [{ class: 'glp1' }, { last_taken: 'less than 1 weeks before the procedure' }],
      instructions: [
        { for: 'patient', text: 'Drink {medicine} no more.' },
        { for: 'nurse', text: 'Ask about {medicine}.' },
      ],
    },
    { id: 'fever', when: [{ fever: 'yes' }] },
    {
      id: 'note',
      outcome: 'go',
      when: [{ cough: 'yes' }],
      instructions: [
        { for: 'patient', text: 'Drink water.', at: { before: '2 hours' } },
        { for: 'patient', text: 'Rest.', at: { after: '{rest}' } },
        { for: 'physician', text: 'Look at the chest.' },
        { for: 'nurse', text: 'Call.', at: { before: '3 days' } },
      ],
    },
  ],
});

function told(given: Given): InstructionLine[] {
  return decide({ ...A_WEEK_AHEAD, ...given }, rules).instructions;
}

function medicine(name: string, fields: Given = {}): Given {
  return { medications: [{ name, still_taking: true, ...fields }] };
}

const patientLines = (lines: readonly InstructionLine[]): string[] =>
  lines.filter(({ for: who }) => who === 'patient').map(({ text }) => text);

describe('a medicine that is still taken, ahead of the day', () => {
  test('is a go with the agreement, and the patient hears the date and hour of the last dose', () => {
    const result = decide(
      { ...A_WEEK_AHEAD, ...medicine('Eliquis', { prescriber_agrees: true }) },
      rules,
    );
    expect(result.disposition).toBe('go');
    expect(result.instructions).toEqual([
      {
        for: 'patient',
        at: '2026-11-21T09:00:00-09:00',
        text: 'Last dose of Eliquis (apixaban) by Sat 21 Nov 2026 09:00.',
        rule: 'thinner',
        values: { medicine: 'Eliquis (apixaban)', last_dose_by: '2026-11-21T09:00:00-09:00' },
      },
    ]);
  });

  test.each([[false], ['unknown'], [null]])(
    'is never stopped with an agreement that is %s: the patient keeps taking it',
    (agrees) => {
      const result = decide(
        { ...A_WEEK_AHEAD, ...medicine('Eliquis', { prescriber_agrees: agrees }) },
        rules,
      );
      expect(result.disposition).toBe('contact-physician');
      expect(result.instructions.map(({ text }) => text)).toEqual([
        'Keep taking Eliquis (apixaban) until we call.',
      ]);
    },
  );

  test('is kept with an agreement too, when too little time is left', () => {
    const result = decide(
      { screened_at: '2026-11-22T09:00', ...medicine('Eliquis', { prescriber_agrees: true }) },
      rules,
    );
    expect(result.disposition).toBe('hold');
    expect(result.earliest_go?.at).toBe('2026-11-25T09:00:00-09:00');
    expect(patientLines(result.instructions)).toEqual([
      'Keep taking Eliquis (apixaban) until we call.',
    ]);
  });

  test('has the disposition of the rule itself when too little time is left, and is kept', () => {
    const result = decide({ screened_at: '2026-11-22T09:00', ...medicine('vortioxetine') }, rules);
    expect(result.disposition).toBe('contact-physician');
    expect(patientLines(result.instructions)).toEqual(['Keep taking vortioxetine until we call.']);
  });

  test('is kept when something else holds, so that nothing is paused for a procedure that does not go ahead', () => {
    const result = decide(
      { ...A_WEEK_AHEAD, fever: true, ...medicine('Eliquis', { prescriber_agrees: true }) },
      rules,
    );
    expect(patientLines(result.instructions)).toEqual([
      'Keep taking Eliquis (apixaban) until we call.',
    ]);
  });

  test('is paused without an agreement when it is sold over the counter', () => {
    expect(told(medicine('Advil'))).toMatchObject([
      {
        text: 'Last dose of Advil (ibuprofen) by Sat 21 Nov 2026 23:59.',
        at: '2026-11-21T23:59:00-09:00',
      },
    ]);
  });

  test('is asked about where the rule says so, instead of being stopped', () => {
    const lines = told(medicine('vortioxetine'));
    expect(patientLines(lines)).toEqual([
      'Ask whether the last dose of vortioxetine can be by Sat 21 Nov 2026 09:00.',
    ]);
    expect(patientLines(told(medicine('vortioxetine', { prescriber_agrees: true })))).toEqual([
      'Last dose of vortioxetine by Sat 21 Nov 2026 09:00.',
    ]);
  });

  test('is asked about in the words of the rule, where it has its own', () => {
    const asked = told(medicine('ticagrelor'));
    expect(asked).toMatchObject([
      { text: 'Ask about ticagrelor, by Sat 21 Nov 2026 09:00.', at: '2026-11-21T09:00:00-09:00' },
    ]);
    expect(patientLines(told(medicine('ticagrelor', { prescriber_agrees: true })))).toEqual([
      'Last dose of ticagrelor by Sat 21 Nov 2026 09:00.',
    ]);
  });

  test('is spoken of once, under however many names and rules it comes', () => {
    const medications = [
      { name: 'Eliquis', still_taking: true, prescriber_agrees: true },
      { name: 'apixaban', still_taking: true, prescriber_agrees: true },
    ];
    expect(patientLines(told({ medications }))).toHaveLength(1);
  });

  test('is kept when the agreement is on record for one of its two names only', () => {
    const medications = [
      { name: 'Eliquis', still_taking: true, prescriber_agrees: true },
      { name: 'apixaban', still_taking: true },
    ];
    expect(patientLines(told({ medications }))).toEqual([
      'Keep taking Eliquis (apixaban) until we call.',
    ]);
  });

  test('of which a rule tells the patient something of its own, is spoken of by the plan only', () => {
    const late = decide({ screened_at: '2026-11-20T09:00', ...medicine('semaglutide') }, rules);
    expect(late.instructions.map(({ for: who, text }) => `${who}: ${text}`)).toEqual([
      'nurse: Ask about semaglutide.',
      'patient: Keep taking semaglutide until we call.',
    ]);
  });
});

test('nothing is said of pausing a medicine that is no longer taken', () => {
  const stopped = { still_taking: false, last_taken: '2026-11-01', prescriber_agrees: true };
  expect(told(medicine('Eliquis', stopped))).toEqual([]);
});

test('on the day, nothing is said of pausing a medicine that was paused in time', () => {
  const medications = [{ name: 'Eliquis', last_taken: '2026-11-20', prescriber_agrees: true }];
  expect(decide({ ...ON_THE_DAY, medications }, rules).instructions).toEqual([]);
});

describe('the steps of a rule', () => {
  test('come in the order of time, those without an hour last, each at the latest moment for it', () => {
    expect(told({ cough: true }).map(({ at, text }) => [at, text])).toEqual([
      ['2026-11-21T09:00:00-09:00', 'Call.'],
      ['2026-11-24T07:00:00-09:00', 'Drink water.'],
      ['2026-11-25T09:00:00-09:00', 'Rest.'],
      [undefined, 'Look at the chest.'],
    ]);
  });

  test('whose moment has passed are due at the screening', () => {
    const { instructions } = decide({ screened_at: '2026-11-23T12:00', cough: true }, rules);
    expect(instructions[0]).toMatchObject({ text: 'Call.', at: '2026-11-23T12:00:00-09:00' });
  });

  test('of a mere note are for a procedure that goes ahead', () => {
    expect(told({ cough: true, fever: true })).toEqual([]);
  });

  test('keep their hour on the clock when the clocks change', () => {
    const lines = decide(
      { 'procedure.at': '2026-11-02T09:00', screened_at: '2026-10-26T09:00', cough: true },
      rules,
    );
    expect(lines.instructions.map(({ at }) => at).slice(0, 2)).toEqual([
      '2026-10-30T09:00:00-08:00',
      '2026-11-02T07:00:00-09:00',
    ]);
  });
});
