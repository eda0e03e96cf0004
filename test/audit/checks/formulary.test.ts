import { describe, expect, test } from 'vitest';

import { overlappingLookalikes } from '../../../src/audit/checks/overlapping-lookalikes.ts';
import { unlistedIngredient } from '../../../src/audit/checks/unlisted-ingredient.ts';
import { unreadClass } from '../../../src/audit/checks/unread-class.ts';
import { messages } from '../../support/small-audit.ts';

const CLASSES = ['anticoagulant', 'antiplatelet', 'nsaid', 'ssri-snri', 'glp1'];
const waits = (...rows: readonly object[]) => ({
  id: 'waits',
  columns: { hold: { type: 'duration', title: 'Hold' } },
  rows: rows.map((row) => ({ ...row, values: { hold: '1 day' } })),
});
const LISTED = { id: 'listed', each_medicine: [{ class: 'anticoagulant' }, { in_table: 'waits' }] };

describe('unread-class', () => {
  test('finds a class that matters and that no rule reads, with some of its medicines', () => {
    const rules = [{ id: 'r', each_medicine: [{ class: CLASSES.slice(0, 4) }] }];
    expect(messages(unreadClass, { rules })).toEqual([
      'no rule reads the class `glp1`: semaglutide',
    ]);
  });

  test('stays quiet where every medicine of the class is named, or a table names the class', () => {
    const rules = [
      { id: 'r', each_medicine: [{ class: CLASSES.slice(0, 3) }] },
      { id: 's', each_medicine: [{ ingredient: 'semaglutide' }] },
    ];
    expect(messages(unreadClass, { rules, tables: [waits({ class: 'ssri-snri' })] })).toEqual([]);
  });
});

describe('unlisted-ingredient', () => {
  const tables = [waits({ drug: 'apixaban' })];

  test('finds an ingredient of the class that has no line, where nobody catches it', () => {
    expect(messages(unlistedIngredient, { tables, rules: [LISTED] })).toEqual([
      '`warfarin` is of the class anticoagulant and stands in no line of `waits`',
    ]);
  });

  test('stays quiet where a rule looks at those without a line, and where the class has one', () => {
    const caught = { id: 'caught', each_medicine: [{ in_table: 'not waits' }] };
    expect(messages(unlistedIngredient, { tables, rules: [LISTED, caught] })).toEqual([]);
    const whole = [waits({ class: 'anticoagulant' })];
    expect(messages(unlistedIngredient, { tables: whole, rules: [LISTED] })).toEqual([]);
  });
});

describe('overlapping-lookalikes', () => {
  test('finds a pair that is listed twice, in whatever order', () => {
    const lookalikes = [
      ['warfarin', 'Advil'],
      ['Advil', 'Motrin', 'warfarin'],
    ];
    expect(messages(overlappingLookalikes, {}, { lookalikes })).toEqual([
      '`Advil` and `warfarin` are listed as look-alikes twice',
    ]);
  });

  test('stays quiet on groups that share one name', () => {
    const lookalikes = [
      ['warfarin', 'Advil'],
      ['warfarin', 'Eliquis'],
    ];
    expect(messages(overlappingLookalikes, {}, { lookalikes })).toEqual([]);
  });
});
