import { describe, expect, test } from 'vitest';

import { readMapping } from '../../../src/batch/mapping/read-mapping.ts';
import { suggestMapping } from '../../../src/batch/mapping/suggest-mapping.ts';
import { shipped } from '../../support/shipped.ts';

const { questions } = shipped.ruleSet;

function suggest(rows: Readonly<Record<string, readonly string[]>>): string {
  const names = Object.keys(rows);
  const length = Math.max(...Object.values(rows).map((values) => values.length));
  const samples = Array.from(
    { length },
    (_, index) => new Map(names.map((name) => [name, rows[name]?.[index] ?? ''])),
  );
  return suggestMapping(names, samples, questions);
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

  test('leaves a date that can be read in two ways to a person', () => {
    const text = suggest({ 'Procedure Date': ['03/04/2026 09:00'] });
    expect(text).toContain('DECIDE MM/DD/YYYY HH:mm or DD/MM/YYYY HH:mm');
    expect(readMapping({ file: 'm.yaml', text }, shipped.ruleSet).ok).toBe(false);
  });

  test('names what it cannot place, and can be read', () => {
    const text = suggest({ MRN: ['1'], 'Favourite: "colour"': ['blue'] });
    expect(text).toContain(String.raw`#  - "Favourite: \"colour\""`);
    expect(readMapping({ file: 'm.yaml', text }, shipped.ruleSet).ok).toBe(true);
  });
});
