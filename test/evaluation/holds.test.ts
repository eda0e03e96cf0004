import { describe, expect, test } from 'vitest';

import { holdsOf, rulesAbout, tableLinesOf } from '../../src/evaluation/holds.ts';
import { clinic } from '../support/small-clinic.ts';

const rules = clinic({
  tables: [
    {
      id: 'holds',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [
        {
          drug: 'apixaban',
          values: { hold: '72 hours' },
          sources: [{ id: 'label', section: '5' }],
          evidence: 'label',
        },
        { drug: 'warfarin', values: { hold: '5 days' } },
      ],
    },
  ],
  definitions: [{ id: 'old', when: [{ 'patient.age_years': 'at least 75' }] }],
  rules: [
    {
      id: 'window',
      each_medicine: [
        { in_table: 'holds' },
        { last_taken: 'less than {hold} before the procedure' },
      ],
    },
    {
      id: 'old',
      outcome: 'contact-physician',
      each_medicine: [
        { class: 'nsaid' },
        { old: 'yes' },
        { 'procedure.type': 'ablation' },
        { last_taken: 'less than 24 hours before the procedure' },
      ],
    },
    { id: 'never', each_medicine: [{ class: 'glp1' }] },
    {
      id: 'regimen',
      each_medicine: [
        { class: 'glp1' },
        { regimen: 'weekly' },
        { last_taken: 'less than 1 weeks before the procedure' },
      ],
    },
    {
      id: 'prevention',
      each_medicine: [
        { class: 'antiplatelet' },
        { taken_for: 'primary-prevention' },
        { last_taken: 'on the day of the procedure' },
      ],
    },
    { id: 'note', outcome: 'go', each_medicine: [{ class: 'ssri-snri' }] },
    { id: 'other', when: [{ 'patient.age_years': 'at least 75' }] },
  ],
});

describe('what the rules ask of a medicine', () => {
  test('is found for every procedure, at standard and at raised risk', () => {
    const places = holdsOf('Eliquis', rules).map(({ procedure, risk }) => `${procedure} ${risk}`);
    expect(places).toEqual([
      'injection standard',
      'injection raised',
      'ablation standard',
      'ablation raised',
    ]);
  });

  test('is the wait of its line in the table, on the sources of both', () => {
    expect(holdsOf('Eliquis', rules)[0]).toEqual({
      procedure: 'injection',
      risk: 'standard',
      rule: 'window',
      disposition: 'hold',
      last_dose: '72 hours',
      sources: ['book', 'label'],
      evidence: 'label',
    });
    expect(holdsOf('Coumadin', rules)[0]?.last_dose).toBe('5 days');
  });

  test('may hang on the procedure and on the risk', () => {
    expect(holdsOf('Advil', rules)).toMatchObject([
      { procedure: 'ablation', risk: 'raised', rule: 'old', disposition: 'contact-physician' },
    ]);
  });

  test('may hang on how it is taken, and on what for', () => {
    const hold = holdsOf('semaglutide', rules).find(({ rule }) => rule === 'regimen');
    expect(hold).toMatchObject({ regimen: 'weekly', last_dose: '1 weeks' });
    expect(holdsOf('aspirin', rules)[0]).toMatchObject({
      taken_for: 'primary-prevention',
      last_dose: '1 day',
    });
  });

  test('may be such that no wait satisfies it', () => {
    expect(holdsOf('Ozempic', rules)[0]).toMatchObject({ rule: 'never', last_dose: null });
  });

  test.each(['metoprolol', 'vortioxetine', 'zzyzxin'])('is nothing of %s', (name) => {
    expect(holdsOf(name, rules)).toEqual([]);
  });
});

test('the lines of the tables for a medicine are those of its ingredients and classes', () => {
  expect(tableLinesOf('Eliquis', rules).map(({ values }) => values['hold'])).toEqual([
    { count: 72, unit: 'hours' },
  ]);
  expect(tableLinesOf('metoprolol', rules)).toEqual([]);
});

test('the rules about a medicine are those that name its ingredient, its class or its table', () => {
  expect(rulesAbout('Eliquis', rules)).toEqual(['window']);
  expect(rulesAbout('Ozempic', rules)).toEqual(['never', 'regimen']);
  expect(rulesAbout('metoprolol', rules)).toEqual([]);
});
