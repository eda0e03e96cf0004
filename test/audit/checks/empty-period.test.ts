import { describe, expect, test } from 'vitest';

import { emptyPeriod } from '../../../src/audit/checks/empty-period.ts';
import { found } from '../../support/small-audit.ts';

const questions = [{ id: 'fever', type: 'yes-no' }];
const rule = (from: string, until: string) => ({ id: 'r', when: [{ fever: 'yes' }], from, until });
const table = (from: string, until: string) => ({
  id: 'holds',
  columns: { hold: { type: 'duration', title: 'Hold' } },
  rows: [{ drug: 'apixaban', values: { hold: '72 hours' }, from, until }],
});
const parameter = (...days: readonly string[]) => ({
  id: 'limit',
  value: 1,
  later: days.map((from) => ({ from, value: 2, source: 's' })),
});

describe('empty-period', () => {
  test('finds what is never in force, and later values in disorder', () => {
    expect(
      found(emptyPeriod, {
        questions,
        rules: [rule('2027-01-01', '2027-01-01')],
        tables: [table('2027-01-02', '2027-01-01')],
        parameters: [parameter('2027-01-01', '2027-01-01')],
      }),
    ).toEqual([
      { message: '`r` is never in force: from 2027-01-01 until 2027-01-01', at: 'r' },
      {
        message: 'the line of apixaban is never in force: from 2027-01-02 until 2027-01-01',
        at: 'holds',
      },
      {
        message: 'the value of `limit` from 2027-01-01 stands after that from 2027-01-01',
        at: 'limit',
      },
    ]);
  });

  test('stays quiet on a day or more, and on values in their order', () => {
    expect(
      found(emptyPeriod, {
        questions,
        rules: [rule('2027-01-01', '2027-01-02')],
        tables: [table('2026-01-01', '2027-01-01')],
        parameters: [parameter('2027-01-01', '2027-01-02')],
      }),
    ).toEqual([]);
  });
});
