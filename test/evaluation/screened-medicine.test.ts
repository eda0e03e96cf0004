import { describe, expect, test } from 'vitest';

import { firstOf, type Given, patient } from '../support/small-clinic.ts';

function screened(medicine: Given | string) {
  return firstOf(patient({ medications: [medicine] }));
}

describe('what the name tells', () => {
  test.each<[string, Given]>([
    ['aspirin 325 mg', { dose_mg: 325 }],
    ['semaglutide weekly', { regimen: 'weekly' }],
    ['Rybelsus', { regimen: 'daily', route: 'oral' }],
    ['Voltaren Gel', { route: 'topical' }],
    ['Eliquis 5 mg bid', { frequency: 'twice-daily', dose_mg: 5 }],
    ['Advil', { over_the_counter: true, dose_mg: undefined }],
    ['Eliquis', { over_the_counter: false }],
  ])('`%s`: %j', (name, expected) => {
    expect(screened(name)).toMatchObject(expected);
  });

  test('and what was told beside it make one, where either says nothing or both say the same', () => {
    expect(screened({ name: 'Rybelsus', regimen: 'daily' })).toMatchObject({
      regimen: 'daily',
      route: 'oral',
    });
    expect(screened({ name: 'semaglutide', regimen: 'weekly' })).toMatchObject({
      regimen: 'weekly',
    });
  });

  test('is not believed, nor is what was told, where they contradict each other', () => {
    expect(screened({ name: 'Rybelsus', regimen: 'weekly', route: 'injection' })).toMatchObject({
      regimen: undefined,
      route: undefined,
    });
  });

  test('is read of the dose as well', () => {
    expect(screened({ name: 'aspirin', dose: '81 mg daily' })).toMatchObject({
      dose_mg: 81,
      frequency: 'daily',
    });
  });
});

describe('a product of several ingredients', () => {
  test('has the classes of all', () => {
    const { classes, ingredients } = screened('Excedrin Migraine');
    expect([...ingredients]).toEqual(['acetaminophen', 'aspirin', 'caffeine']);
    expect(classes).toContain('antiplatelet');
  });

  test('is over the counter only when all of them are', () => {
    expect(screened('Excedrin Migraine').over_the_counter).toBe(false);
  });
});

describe('a medicine that is said in its name to be stopped', () => {
  test('is no longer taken', () => {
    expect(screened('aspirin - stopped').given.still_taking).toBe(false);
  });

  test('is still taken when that was told beside the name', () => {
    expect(screened({ name: 'aspirin - stopped', still_taking: true }).given.still_taking).toBe(
      true,
    );
  });
});

describe('a route that keeps a medicine on the skin or in the eye', () => {
  test('is believed where such a product exists', () => {
    expect(screened({ name: 'diclofenac', route: 'topical' }).route).toBe('topical');
  });

  test('is as if not told where none does: a blood thinner stays one', () => {
    expect(screened({ name: 'Eliquis', route: 'topical' }).route).toBeUndefined();
    expect(screened('Eliquis eye drops').route).toBeUndefined();
    expect(screened({ name: 'Eliquis', route: 'oral' }).route).toBe('oral');
  });
});

test('the dose tells whether it is sold over the counter', () => {
  expect(screened({ name: 'Advil', dose: '200 mg' }).over_the_counter).toBe(true);
  expect(screened({ name: 'Advil', dose: '800 mg tid' }).over_the_counter).toBe(false);
});

test('a dose that makes the name another one changes nothing of the name', () => {
  expect(screened({ name: 'aspirin', dose: 'and warfarin 5 mg' })).toMatchObject({
    known: { generic: 'aspirin', match: 'exact' },
    dose_mg: undefined,
  });
});

describe('a line that names several medicines', () => {
  const named = (medicine: Given) => patient({ medications: [medicine] }).medicines;

  test('is several, each with what was told of the line but the dose', () => {
    const line = { name: 'Eliquis and Advil', dose: '200 mg', last_taken: '2026-11-20' };
    expect(named(line)).toMatchObject([
      { position: 0, given: { name: 'Eliquis' }, dose_mg: undefined },
      { position: 1, given: { name: 'Advil' }, dose_mg: undefined },
    ]);
  });
});
