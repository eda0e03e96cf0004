import { describe, expect, test } from 'vitest';

import { fill, medicineName, type Named } from '../../src/evaluation/message.ts';
import { at } from '../support/anchorage.ts';
import { clinic, firstOf, type Given, patient } from '../support/small-clinic.ts';

const rules = clinic({
  questions: [
    { id: 'fever', type: 'yes-no' },
    { id: 'signs', type: 'list', choices: { none: 'None', rash: 'A rash', pain: 'Chest pain' } },
    { id: 'sugar', type: 'number', between: [0, 1000] },
    { id: 'drawn_on', type: 'date', direction: 'past' },
    { id: 'meal', type: 'date-time', direction: 'any' },
  ],
  parameters: [
    { id: 'limit', value: 180 },
    { id: 'fasting.wait', value: '1 hours' },
  ],
});

function filled(text: string, named: Named = {}, given: Given = {}): string {
  return fill(text, named, patient(given, rules));
}

function medicine(name: string) {
  return firstOf(patient({ medications: [name] }, rules));
}

describe('an answer in a text', () => {
  test.each<[string, Given, string]>([
    ['{fever}', { fever: true }, 'yes'],
    ['{fever}', { fever: false }, 'no'],
    ['{signs}', { signs: ['pain', 'rash'] }, 'Chest pain; A rash'],
    ['{sugar} mg', { sugar: 210.5 }, '210.5 mg'],
    ['{drawn_on}', { drawn_on: '2026-11-20' }, 'Fri 20 Nov 2026'],
    ['{meal}', { meal: '2026-11-24T06:05' }, 'Tue 24 Nov 2026 06:05'],
  ])('%s of %j: %s', (text, given, expected) => {
    expect(filled(text, {}, given)).toBe(expected);
  });

  test.each([[{}], [{ sugar: 'unknown' }]])('that is not there is told so: %j', (given) => {
    expect(filled('sugar {sugar}', {}, given)).toBe('sugar not known');
  });
});

test('of a list, a rule names only what it looks for, and all of it when it speaks for another reason', () => {
  const looksFor = (...values: string[]): Named => ({
    rule: { sought: new Map([['signs', new Set(values)]]) },
  });
  const given = { signs: ['pain', 'rash'] };
  expect(filled('{signs}', looksFor('pain'), given)).toBe('Chest pain');
  expect(filled('{signs}', looksFor('fever'), given)).toBe('Chest pain; A rash');
});

test('a parameter is a number or a length of time', () => {
  expect(filled('{limit} and {fasting.wait}')).toBe('180 and 1 hour');
});

describe('the times of a finding', () => {
  test.each<[Named['because'], string]>([
    [{ hours_before: 3, hours_needed: 6 }, '3 h of 6 h'],
    [{ hours_before: 2.5, hours_needed: 0.5 }, '2.5 h of 0.5 h'],
    [{ hours_before: 71.98, hours_needed: 72 }, '71.9 h of 72 h (3 days)'],
    [{ hours_before: 119.99, hours_needed: 120 }, '119.9 h (4.9 days) of 120 h (5 days)'],
    [{ days_before: 4, days_needed: 5 }, '4 days of 5 days'],
    [{ days_after: 1, weeks_needed: 2 }, '1 day of 2 weeks'],
    [{ days_before: 40, months_needed: 3 }, '40 days of 3 months'],
    [{}, 'not known of not known'],
  ])('%j: %s', (because = {}, expected) => {
    expect(filled('{since} of {needed}', { because })).toBe(expected);
  });

  test('are never rounded up to the wait that was not reached', () => {
    expect(filled('{since}', { because: { hours_before: 71.99 } })).not.toContain('72');
  });
});

describe('a medicine', () => {
  test.each([
    ['Eliquis 5 mg', 'Eliquis (apixaban)', 'Eliquis'],
    ['APIXABAN', 'apixaban', 'apixaban'],
    ['eloquis', 'Eliquis (apixaban)', 'Eliquis'],
    ['zzyzxin 5 mg', 'zzyzxin 5 mg', 'zzyzxin 5 mg'],
  ])('written `%s` is %s', (name, both, brand) => {
    expect(medicineName(medicine(name))).toBe(both);
    expect(filled('{brand}', { medicine: medicine(name) })).toBe(brand);
  });

  test('that is not recognised has its nearest names, or what has to be asked', () => {
    expect(filled('{nearest}', { medicine: medicine('Excedrin') })).toBe(
      'Nearest known: Excedrin Migraine, Excedrin Tension Headache.',
    );
    expect(filled('{ask}', { medicine: medicine('blood thinner') })).toBe(
      'Which blood thinner is it?',
    );
    expect(filled('Say {nearest} more.', { medicine: medicine('zzyzxin') })).toBe('Say more.');
  });

  test('has the moment of its last dose, and what stands in its line of the table', () => {
    const row = {
      table: 't',
      values: { hold: { count: 72, unit: 'hours' as const }, note: 'ask', odd: ['mood', 'pain'] },
      sources: [],
      evidence: 'label' as const,
    };
    expect(filled('{last_dose_by}', { lastDoseBy: at('2026-11-21T09:00') })).toBe(
      'Sat 21 Nov 2026 09:00',
    );
    expect(filled('{hold}, {note}, {odd}', { row })).toBe('72 hours, ask, mood, pain');
  });
});

test('words that are given stand before everything else', () => {
  expect(filled('{limit}', { words: { limit: 'a lot' } })).toBe('a lot');
});
