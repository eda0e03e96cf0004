import { describe, expect, test } from 'vitest';

import { unknownMedicine } from '../../../src/audit/checks/unknown-medicine.ts';
import { found } from '../../support/small-audit.ts';

const columns = { hold: { type: 'duration', title: 'Hold' } };
const table = (...rows: readonly object[]) => ({
  id: 't',
  columns,
  rows: rows.map((row) => ({ ...row, values: { hold: '1 day' } })),
});
const rule = (...each_medicine: readonly object[]) => ({ id: 'r', each_medicine });

describe('unknown-medicine', () => {
  test('finds an ingredient and a class of a table that the formulary lacks, with the nearest', () => {
    const tables = [table({ drug: ['apixaban', 'apixabam'] }, { class: 'anticoagulent' })];
    expect(found(unknownMedicine, { tables })).toEqual([
      {
        message: 'the formulary has no ingredient `apixabam`',
        at: 't',
        help: 'did you mean `apixaban`?',
      },
      {
        message: 'the formulary has no class `anticoagulent`',
        at: 't',
        help: 'did you mean `anticoagulant`?',
      },
    ]);
  });

  test('finds them in the conditions of a rule, wherever they stand', () => {
    const rules = [
      rule(
        { class: 'nsaid' },
        { any: [{ any_medicine: [{ ingredient: 'warfarine' }] }, { class: 'statin' }] },
      ),
    ];
    expect(found(unknownMedicine, { rules }).map(({ message }) => message)).toEqual([
      'the formulary has no ingredient `warfarine`',
      'the formulary has no class `statin`',
    ]);
  });

  test('finds them in a definition, a question and the condition of a line of a table', () => {
    const wrong = [{ any_medicine: [{ class: 'statin' }] }];
    const parts = {
      questions: [{ id: 'q', type: 'yes-no', when: wrong }],
      definitions: [{ id: 'd', when: wrong }],
      tables: [table({ class: 'nsaid', when: [{ ingredient: 'warfarine' }] })],
    };
    expect(
      found(unknownMedicine, parts)
        .map(({ at }) => at)
        .toSorted(),
    ).toEqual(['d', 'q', 't']);
  });

  test('stays quiet on names of the formulary, brands and synonyms apart', () => {
    const tables = [table({ drug: 'apixaban' }, { class: ['nsaid', 'antiplatelet'] })];
    const rules = [rule({ ingredient: 'warfarin or aspirin' }, { class: 'not ssri-snri' })];
    expect(found(unknownMedicine, { tables, rules })).toEqual([]);
    expect(found(unknownMedicine, { tables: [table({ drug: 'Eliquis' })] })).toHaveLength(1);
  });
});
