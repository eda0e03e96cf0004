import { describe, expect, test } from 'vitest';

import { applyFields, applyMapping } from '../../../src/batch/mapping/apply-mapping.ts';
import { readMapping } from '../../../src/batch/mapping/read-mapping.ts';
import { readOf } from '../../support/places.ts';
import { shipped } from '../../support/shipped.ts';

const FACTS = new Set(shipped.ruleSet.questions.map(({ id }) => id));

function apply(text: string, answers: unknown): unknown {
  const mapping = readOf(readMapping({ file: 'm.yaml', text }, shipped.ruleSet));
  const applied = applyMapping({ ok: true, answers }, mapping, FACTS);
  return applied.ok ? applied.answers : applied.faults.map(({ code, field }) => `${code} ${field}`);
}

describe('what comes beside the answers', () => {
  const aside = (text: string, answers: Readonly<Record<string, unknown>>): unknown => {
    const mapping = readOf(readMapping({ file: 'm.yaml', text }, shipped.ruleSet));
    const row = { ok: true, answers, aside: { 'fhir.condition': ['Bad heart', 'Gout'] } } as const;
    const applied = applyMapping(row, mapping, FACTS);
    return applied.ok ? applied.answers : applied.faults;
  };
  const heart =
    'columns: {health.conditions: {column: fhir.condition, values: {bad heart: heart-failure, gout: null}}}';

  test('is added to them, takes the place of `none`, and never of what is not known', () => {
    const given = (value: unknown): Readonly<Record<string, unknown>> => ({
      'health.conditions': value,
    });
    expect(aside(heart, given('none'))).toEqual(given('heart-failure'));
    expect(aside(heart, given(['glaucoma']))).toEqual(given(['glaucoma', 'heart-failure']));
    expect(aside(heart, given('unknown'))).toEqual(given('unknown'));
  });

  test('may be left unsaid', () => {
    expect(aside('columns: {id: MRN}', { MRN: 'A-1' })).toEqual({ id: 'A-1' });
  });
});

describe('a part of a cell', () => {
  test.each([
    ['128/78', '78'],
    ['128 / 78 ', '78'],
    ['128', undefined],
    ['unknown', 'unknown'],
  ])('%j has %j as its second', (text, expected) => {
    const answers = apply(
      'columns: {blood_pressure.diastolic: {column: BP, separator: "/", part: 2}}',
      { BP: text },
    );
    expect(answers).toEqual(expected === undefined ? {} : { 'blood_pressure.diastolic': expected });
  });
});

describe('a mapped row', () => {
  test('has our names for theirs, and what bears ours already', () => {
    expect(apply('columns: {id: MRN}', { MRN: 'A-1', 'patient.sex': 'male' })).toEqual({
      id: 'A-1',
      'patient.sex': 'male',
    });
  });

  test('has our words for theirs, whatever their case', () => {
    const text =
      'columns: {driver.arranged: {column: Driver, values: {Y: true, n: false, NA: null}}}';
    expect(apply(text, { Driver: 'y' })).toEqual({ 'driver.arranged': true });
    expect(apply(text, { Driver: 'N' })).toEqual({ 'driver.arranged': false });
    expect(apply(text, { Driver: 'na' })).toEqual({});
    expect(apply(text, { Driver: 'perhaps' })).toEqual({ 'driver.arranged': 'perhaps' });
  });

  test('has the words of a list one by one', () => {
    const text =
      'columns: {health.conditions: {column: C, separator: "/", values: {CHF: heart-failure, DM: null}}}';
    expect(apply(text, { C: 'chf / glaucoma/ dm' })).toEqual({
      'health.conditions': ['heart-failure', 'glaucoma'],
    });
  });

  test('has a date and its hour from two columns', () => {
    const text = 'columns: {procedure.at: {column: [Day, Time], format: MM/DD/YYYY h:mm A}}';
    expect(apply(text, { Day: '11/24/2026', Time: '9:00 AM' })).toEqual({
      'procedure.at': '2026-11-24T09:00',
    });
    expect(apply(text, { Day: '24/11/2026', Time: '' })).toEqual(['not-a-date procedure.at']);
  });

  test('is rejected when a date can be read in two ways', () => {
    const text = 'columns: {diabetes.hba1c_on: {column: D, format: [MM/DD/YYYY, DD/MM/YYYY]}}';
    expect(apply(text, { D: '03/04/2026' })).toEqual(['ambiguous-date diabetes.hba1c_on']);
    expect(apply(text, { D: '25/04/2026' })).toEqual(['ambiguous-date diabetes.hba1c_on']);
    expect(apply(text, { D: 'unknown' })).toEqual({ 'diabetes.hba1c_on': 'unknown' });
  });

  test('has the unit of a number that is written without', () => {
    const text = 'columns: {infection.temperature_c: {column: T, unit: F}}';
    expect(apply(text, { T: '98.6' })).toEqual({ 'infection.temperature_c': '98.6 F' });
    expect(apply(text, { T: '37 C' })).toEqual({ 'infection.temperature_c': '37 C' });
  });

  test('has the age on the day of the procedure', () => {
    const text =
      'columns: {patient.age_years: {column: DOB, format: MM/DD/YYYY, as: age}, procedure.at: At}';
    expect(apply(text, { DOB: '11/24/1950', At: '2026-11-24T09:00' })).toMatchObject({
      'patient.age_years': 76,
    });
    expect(apply(text, { DOB: '11/25/1950', At: '2026-11-24T09:00' })).toMatchObject({
      'patient.age_years': 75,
    });
    expect(apply(text, { DOB: '11/31/1950', At: '2026-11-24T09:00' })).toEqual([
      'not-a-date patient.age_years',
    ]);
  });

  test('has what is nested under dotted names, and nothing twice', () => {
    const text = 'columns: {id: visit.id, procedure.at: visit.appt.start}';
    const visit = { id: 'A-1', appt: { start: '2026-11-24T09:00' } };
    expect(apply(text, { visit })).toEqual({ id: 'A-1', 'procedure.at': '2026-11-24T09:00' });
    expect(apply(text, { visit, 'visit.id': 'A-2' })).toEqual(['duplicate-field visit.id']);
    expect(apply(text, { visit: { ...visit, note: 'x' } })).toEqual(['unknown-field visit.note']);
    expect(apply('ignore: [visit]', { visit })).toEqual({});
    const one = { name: 'aspirin' };
    expect(apply(text, { visit, medications: one })).toMatchObject({ medications: one });
    const diabetes = { type: 'none' };
    expect(apply(text, { visit, diabetes })).toMatchObject({ 'diabetes.type': 'none' });
  });

  test('has no age, and no fault of it, where the day of the procedure is none', () => {
    const text =
      'columns: {patient.age_years: {column: DOB, as: age}, procedure.at: {column: At, format: DD/MM/YYYY HH:mm}}';
    expect(apply(text, { DOB: '1950-11-25', At: '31/11/2026 09:00' })).toEqual({
      'procedure.at': '2026-11-31T09:00',
    });
    expect(apply(text, { DOB: '1950-11-25', At: 'soon' })).toEqual(['not-a-date procedure.at']);
  });

  test('has its medicines from columns of one each', () => {
    const text =
      'medicines: [{name: M1, last_taken: {column: L1, format: MM/DD/YYYY}}, {name: M2}, {list: supplements, name: S1}]';
    expect(apply(text, { M1: 'Eliquis', L1: '11/20/2026', S1: 'none' })).toEqual({
      medications: [{ name: 'Eliquis', last_taken: '2026-11-20' }],
      supplements: ['none'],
    });
    expect(apply(text, { M1: '', L1: '11/20/2026' })).toEqual({
      medications: [{ last_taken: '2026-11-20' }],
    });
    expect(apply(text, {})).toEqual({});
  });

  test('has its medicines from the objects of a list', () => {
    const text =
      'medicines: [{each: meds, name: drug, last_taken: {column: last, format: MM/DD/YYYY}}]\nignore: [meds.prn]';
    const meds = [{ drug: 'Eliquis', last: '11/20/2026', prn: true }, 'fish oil'];
    expect(apply(text, { meds })).toEqual({
      medications: [{ name: 'Eliquis', last_taken: '2026-11-20' }, 'fish oil'],
    });
    expect(apply(text, { meds: [] })).toEqual({ medications: [] });
    expect(apply(text, { meds: 'unknown' })).toEqual({ medications: ['unknown'] });
    expect(apply(text, {})).toEqual({});
    expect(apply(text, { meds: [{ drug: 'x', dose: '5 mg' }] })).toEqual([
      'unknown-field meds.dose',
    ]);
    expect(apply(text, { meds: [{ drug: 'x', last: 'Monday' }] })).toEqual([
      'not-a-date last_taken',
    ]);
  });

  test('has what is the same for all', () => {
    expect(apply('constants: {supplements: unknown, procedure.contrast: true}', {})).toEqual({
      supplements: 'unknown',
      'procedure.contrast': true,
    });
  });

  test('is rejected for what the mapping says nothing of', () => {
    expect(apply('ignore: [Name]', { Name: 'x', Other: 'y' })).toEqual(['unknown-field Other']);
  });

  test('may hold lists and medicines as JSON has them', () => {
    expect(
      apply('columns: {medications: meds}', { meds: ['Eliquis', { name: 'aspirin' }] }),
    ).toEqual({ medications: ['Eliquis', { name: 'aspirin' }] });
  });
});

test('a row of the medicines file has the fields of one medicine', () => {
  const mapping = readOf(
    readMapping(
      {
        file: 'm.yaml',
        text: 'medicine_file: {id: MRN, name: Drug, still_taking: {column: S, values: {active: true}}}',
      },
      shipped.ruleSet,
    ),
  );
  const fields = mapping.medicineFile ?? new Map();
  expect(
    applyFields({ ok: true, answers: { MRN: 'A-1', Drug: 'ASA', S: 'active' } }, fields),
  ).toEqual({
    ok: true,
    answers: { id: 'A-1', name: 'ASA', still_taking: true },
  });
});
