import { describe, expect, test } from 'vitest';

import { clinic } from '../support/small-clinic.ts';

const { prepared } = clinic({
  questions: [
    { id: 'fever', type: 'yes-no' },
    { id: 'cough', type: 'yes-no' },
    { id: 'crcl', type: 'number', between: [0, 200] },
  ],
  definitions: [
    { id: 'ill', when: [{ fever: 'yes' }] },
    { id: 'dosed', when: [{ any_medicine: [{ last_taken: 'on the day of the procedure' }] }] },
  ],
  tables: [
    {
      id: 't',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [
        { drug: ['apixaban', 'warfarin'], values: { hold: '3 days' } },
        { drug: 'apixaban', values: { hold: '4 days' } },
        { class: 'nsaid', values: { hold: '1 day' } },
      ],
    },
  ],
  rules: [
    { id: 'a', when: [{ ill: 'yes' }], unless: [{ cough: 'yes' }] },
    { id: 'b', when: [{ crcl: 'less than 30' }], needs: ['crcl'] },
    { id: 'c', each_medicine: [{ in_table: 't' }], when: [{ dosed: 'yes' }] },
    { id: 'd', each_medicine: [{ class: 'nsaid' }] },
  ],
});

test('the readers of a question are the rules that read it, directly, through a definition or as an exception', () => {
  expect(Object.fromEntries(prepared.readers)).toMatchObject({
    fever: ['a'],
    cough: ['a'],
    crcl: ['b'],
  });
});

test('a rule asks for the last dose when any condition behind it does', () => {
  const asking = prepared.rules
    .filter(({ asksLastDose }) => asksLastDose)
    .map(({ body }) => body.id);
  expect(asking).toEqual(['c']);
});

describe('the lines of a table', () => {
  test('are found by each of their ingredients, all that there are for one', () => {
    const rows = prepared.rowsByDrug.get('t');
    expect(rows?.get('apixaban')).toHaveLength(2);
    expect(rows?.get('warfarin')).toHaveLength(1);
    expect(rows?.get('ibuprofen')).toBeUndefined();
  });

  test('are found by their class', () => {
    expect(prepared.rowsByClass.get('t')?.get('nsaid')).toHaveLength(1);
  });
});
