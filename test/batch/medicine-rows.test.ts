import { describe, expect, test } from 'vitest';

import { joinMedicines, type ListedMedicine, medicineRow } from '../../src/batch/medicine-rows.ts';

const own = (name: string, list: ListedMedicine['list'] = 'medications'): ListedMedicine => ({
  list,
  entry: { name },
});

function join(answers: Readonly<Record<string, unknown>>, ...medicines: ListedMedicine[]): unknown {
  return joinMedicines({ ok: true, answers }, new Map([['A-1', medicines]]));
}

describe('a row of the medicines file', () => {
  test('is of its patient, under medications unless it says otherwise', () => {
    expect(medicineRow({ id: ' A-1 ', name: 'aspirin' })).toEqual({
      id: 'A-1',
      medicine: own('aspirin'),
    });
    expect(medicineRow({ id: 7, list: 'supplements', name: 'garlic' })).toEqual({
      id: '7',
      medicine: own('garlic', 'supplements'),
    });
  });

  test('is nobody’s without an id', () => {
    expect(medicineRow({ name: 'aspirin' })).toBeUndefined();
    expect(medicineRow('aspirin')).toBeUndefined();
  });
});

describe('a patient', () => {
  test('has the medicines of both lists', () => {
    expect(join({ id: 'A-1' }, own('aspirin'), own('garlic', 'supplements'))).toEqual({
      ok: true,
      answers: { id: 'A-1', medications: [{ name: 'aspirin' }], supplements: [{ name: 'garlic' }] },
    });
  });

  test('who is told to take none takes none', () => {
    expect(join({ id: 'A-1' }, own('None'))).toEqual({
      ok: true,
      answers: { id: 'A-1', medications: 'none' },
    });
  });

  test('who is not named there stays as they are', () => {
    expect(join({ id: 'B-1' }, own('aspirin'))).toEqual({ ok: true, answers: { id: 'B-1' } });
  });

  test('with medicines in both places is rejected', () => {
    expect(join({ id: 'A-1', medications: 'none' }, own('aspirin'))).toMatchObject({
      ok: false,
      faults: [{ code: 'duplicate-field', field: 'medications' }],
    });
  });
});
