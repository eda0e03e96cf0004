import { describe, expect, test } from 'vitest';

import { readMapping } from '../../../src/batch/mapping/read-mapping.ts';
import { type Sampled, suggestMapping } from '../../../src/batch/mapping/suggest-mapping.ts';
import { shipped } from '../../support/shipped.ts';

const { questions } = shipped.ruleSet;

type Columns = Readonly<Record<string, readonly string[]>>;

function sampled(rows: Columns): Sampled {
  const names = Object.keys(rows);
  const length = Math.max(...Object.values(rows).map((values) => values.length));
  const samples = Array.from(
    { length },
    (_, index) => new Map(names.map((name) => [name, rows[name]?.[index] ?? ''])),
  );
  return { header: names, rows: samples };
}

function suggest(rows: Columns, medicines?: Columns): string {
  return suggestMapping(sampled(rows), questions, medicines && sampled(medicines));
}

describe('a suggested mapping', () => {
  test('finds columns by their names, and says what the values tell', () => {
    const text = suggest({
      MRN: ['1'],
      'Date of Birth': ['12/31/1950'],
      'Procedure Date': ['11/24/2026 09:00', '11/02/2026 10:30'],
      Gender: ['F', 'M', 'X'],
      Driver: ['Y', 'N'],
    });
    expect(text).toContain('id: "MRN"');
    expect(text).toContain(
      'patient.age_years: {column: "Date of Birth", as: age, format: "MM/DD/YYYY"}',
    );
    expect(text).toContain('procedure.at: {column: "Procedure Date", format: "MM/DD/YYYY HH:mm"}');
    expect(text).toContain('values: {"F": female, "M": male, "X": DECIDE}');
    expect(text).toContain('driver.arranged: {column: "Driver", values: {"Y": true, "N": false}}');
  });

  test('knows names that are cut short, and says where the names seem to stand', () => {
    const text = suggest({
      'Pat. No': ['1'],
      'Proc Code': ['MBB'],
      'Proc Date': ['24.11.2026'],
      'Proc Time': ['09:00'],
      'Screen Date': ['2026-11-20 10:15'],
      'Med 1': ['aspirin'],
      'Med 1 Last': ['19.11.2026'],
      'Allergic to latex': ['Unk'],
    });
    expect(text).not.toContain('#ignore');
    expect(text).toContain('{name: "Med 1", last_taken: {column: "Med 1 Last"');
    expect(text).toContain('procedure.at: {column: ["Proc Date", "Proc Time"]');
    const titled = suggestMapping({ header: ['Week 48'], rows: [], namesAt: 3 }, questions);
    expect(titled).toContain(
      'seem to stand on line 3, below a title: suggest again with --header-row 3',
    );
  });

  test('finds the medicines that stand in a list of objects', () => {
    const drugs = sampled({ drug: ['Eliquis'], lastDose: ['20.11.2026'], prn: ['false'] });
    const table = { header: ['MRN', 'meds'], rows: [], lists: new Map([['meds', drugs]]) };
    const text = suggestMapping(table, questions);
    expect(text).toContain(
      '  - {each: "meds", name: "drug", last_taken: {column: "lastDose", format: "DD.MM.YYYY"}}',
    );
    expect(text).toContain('#  - "meds.prn"');
  });

  test('leaves a date that can be read in two ways to a person', () => {
    const text = suggest({ 'Procedure Date': ['03/04/2026 09:00'] });
    expect(text).toContain('DECIDE MM/DD/YYYY HH:mm or DD/MM/YYYY HH:mm');
    expect(readMapping({ file: 'm.yaml', text }, shipped.ruleSet).ok).toBe(false);
  });

  test('joins a day and its hour, and keeps a format in spite of one date that has another', () => {
    const text = suggest({
      'Appt Date': ['24.11.2026', '25.11.2026', '2026-11-26x'],
      'Appt Start Time': ['9:00 AM', '1:30 PM', '1:30 PM'],
    });
    expect(text).toContain(
      'procedure.at: {column: ["Appt Date", "Appt Start Time"], format: "DD.MM.YYYY h:mm A"}',
    );
    expect(suggest({ 'Appt Start Time': ['9:00'] })).toContain('#  - "Appt Start Time"');
  });

  test('knows what stands where an answer should', () => {
    const text = suggest({
      Driver: ['Y', 'Refused', 'UNK', 'N/A', 'maybe', 'unknown'],
      Diabetic: ['Yes', 'No'],
      Pregnant: ['No'],
    });
    expect(text).toContain(
      'values: {"Refused": declined, "UNK": unknown, "N/A": null, "Y": true, "maybe": DECIDE}',
    );
    expect(text).toContain(
      '  # one of: none, type-1, type-2, other\n  diabetes.type: {column: "Diabetic", values: {"Yes": DECIDE, "No": none}}',
    );
    // That she says no does not make it impossible.
    expect(text).toContain('pregnancy.status: {column: "Pregnant", values: {"No": DECIDE}}');
  });

  test('takes apart what stands in one cell, and tells a unit that can only be meant', () => {
    const text = suggest({ BP: ['128/78'], Temp: ['98.6', '99.1'], 'Legal Sex': ['F'] });
    expect(text).toContain('blood_pressure.diastolic: {column: "BP", separator: "/", part: 2}');
    expect(text).toContain('infection.temperature_c: {column: "Temp", unit: "F"}');
    expect(suggest({ 'Temp (F)': ['98.6', '99.1', '37.2'] })).toContain('unit: "F"');
    expect(suggest({ Temp: ['37', '36.5', '98.6'] })).not.toContain('unit');
    expect(text).toContain('patient.sex: {column: "Legal Sex"');
  });

  test('finds the medicines in columns of one each, and in a file of their own', () => {
    const columns = { MRN: ['1'], Meds: ['x'], 'Med 1': ['x'], 'Med 1 Last Dose': ['11/18/2026'] };
    expect(suggest(columns)).toContain(
      '  - {name: "Med 1", last_taken: {column: "Med 1 Last Dose", format: "MM/DD/YYYY"}}',
    );
    const text = suggest(columns, { MRN: ['1'], Drug: ['x'], Active: ['Y'], Pharmacy: ['p'] });
    expect(text).toContain(
      'medicine_file:\n  id: "MRN"\n  name: "Drug"\n  still_taking: {column: "Active", values: {"Y": true}}',
    );
    // They would be read twice.
    expect(text).toContain('#  - "Meds"');
    expect(text).toContain('#  - "Pharmacy"');
  });

  test('says without which columns nothing can be decided', () => {
    expect(suggest({ MRN: ['1'] })).toContain(
      'No column was found for procedure.type and procedure.at, without which every row is rejected.',
    );
  });

  test('cannot be used as long as a word is not decided', () => {
    const text = suggest({ MRN: ['1'], Driver: ['maybe'] });
    const read = readMapping({ file: 'm.yaml', text }, shipped.ruleSet);
    expect(read.ok ? [] : read.diagnostics.map(({ code }) => code)).toEqual(['undecided']);
  });

  test('names what it cannot place, and can be read', () => {
    const text = suggest({ MRN: ['1'], 'Favourite: "colour"': ['blue'] });
    expect(text).toContain(String.raw`#  - "Favourite: \"colour\""`);
    expect(readMapping({ file: 'm.yaml', text }, shipped.ruleSet).ok).toBe(true);
  });
});
