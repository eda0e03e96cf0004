import { describe, expect, test } from 'vitest';

import { clinic, decide, type Given } from '../support/small-clinic.ts';

const rules = clinic({
  rules: [
    {
      id: 'window',
      each_medicine: [
        { class: 'anticoagulant' },
        { last_taken: 'less than 72 hours before the procedure' },
      ],
    },
    { id: 'note', outcome: 'go', each_medicine: [{ class: 'ssri-snri' }] },
    { id: 'ask', outcome: 'contact-physician', each_medicine: [{ class: 'nsaid' }] },
    {
      id: 'reason',
      outcome: 'hold',
      each_medicine: [{ class: 'glp1' }, { taken_for: 'diabetes' }],
    },
    { id: 'unknown', outcome: 'contact-physician', each_medicine: [{ recognised: 'no' }] },
  ],
});

function lines(...medications: readonly (Given | string)[]) {
  return decide({ medications }, rules).medicines;
}

describe('every medicine is listed with what comes of it', () => {
  test.each<[string, Given | string, string]>([
    ['of no concern', 'metoprolol', 'no-action'],
    ['to be held', { name: 'Eliquis', last_taken: '2026-11-23' }, 'hold-window'],
    ['paused in time', { name: 'Eliquis', last_taken: '2026-11-10' }, 'hold-window'],
    ['that may go on, with a note', 'vortioxetine', 'continue'],
    ['that the physician is asked about', 'ibuprofen', 'contact-physician'],
    ['of which too little is known', 'Ozempic', 'contact-physician'],
    [
      'that a rule does not concern after all',
      { name: 'Ozempic', taken_for: 'weight' },
      'no-action',
    ],
    ['not recognised', 'zzyzxin', 'unrecognised'],
  ])('%s', (_, medicine, action) => {
    expect(lines(medicine)).toMatchObject([{ action }]);
  });
});

test('a medicine is told as written, with what it was recognised as, how, and its classes', () => {
  expect(lines('Eloquis 5mg')).toEqual([
    {
      as_written: 'Eloquis 5mg',
      recognised: 'apixaban',
      match: 'spelling',
      classes: ['anticoagulant'],
      action: 'contact-physician',
    },
  ]);
});

test('one that is not recognised raises a finding, with the nearest known names', () => {
  const result = decide({ medications: ['Excedrin'] }, rules);
  expect(result.disposition).toBe('contact-physician');
  expect(result.medicines).toMatchObject([
    {
      recognised: null,
      match: 'none',
      suggestions: ['Excedrin Migraine', 'Excedrin Tension Headache'],
    },
  ]);
});

test('one of no concern is listed and raises nothing', () => {
  expect(decide({ medications: ['metoprolol'] }, rules)).toMatchObject({
    disposition: 'go',
    findings: [],
    medicines: [{ as_written: 'metoprolol' }],
  });
});
