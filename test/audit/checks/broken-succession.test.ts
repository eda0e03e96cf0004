import { describe, expect, test } from 'vitest';

import { brokenSuccession } from '../../../src/audit/checks/broken-succession.ts';
import type { RuleParts } from '../../support/small-clinic.ts';
import { found } from '../../support/small-audit.ts';

interface Period {
  readonly from?: string;
  readonly until?: string;
}

const rules = (earlier: Period, later: Period): RuleParts => ({
  questions: [{ id: 'temperature', type: 'number', between: [30, 45] }],
  rules: [
    { id: 'fever', when: [{ temperature: 'at least 38' }], ...earlier },
    { id: 'fever-2027', when: [{ temperature: 'at least 37.8' }], ...later },
  ],
});
const table = (earlier: Period, later: Period): RuleParts => ({
  tables: [
    {
      id: 'waits',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [
        { drug: ['apixaban', 'warfarin'], values: { hold: '72 hours' }, ...earlier },
        { drug: 'apixaban', values: { hold: '48 hours' }, ...later },
      ],
    },
  ],
});
const messages = (parts: RuleParts): string[] =>
  found(brokenSuccession, parts).map(({ message }) => message);

describe('broken-succession', () => {
  test('finds what begins before that which it replaces has ended', () => {
    expect(messages(rules({ until: '2027-02-01' }, { from: '2027-01-01' }))).toEqual([
      '`fever` ends on 2027-02-01, and `fever-2027`, which replaces it, is in force from 2027-01-01 on: in between both count',
    ]);
    expect(messages(table({}, { from: '2027-01-01' }))).toEqual([
      'the line of apixaban never ends, and the line of apixaban, which replaces it, is in force from 2027-01-01 on: in between both count',
    ]);
  });

  test('finds days on which neither counts', () => {
    expect(messages(table({ until: '2027-01-01' }, { from: '2027-01-02' }))).toEqual([
      'the line of apixaban ends on 2027-01-01, and the line of apixaban, which replaces it, is in force from 2027-01-02 on: in between neither counts',
    ]);
  });

  test('stays quiet where one begins as the other ends, and without dates', () => {
    const meet: readonly [Period, Period] = [{ until: '2027-01-01' }, { from: '2027-01-01' }];
    for (const [earlier, later] of [meet, [{}, {}] as const]) {
      expect(messages(rules(earlier, later))).toEqual([]);
      expect(messages(table(earlier, later))).toEqual([]);
    }
  });
});
