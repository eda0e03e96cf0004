import { describe, expect, test } from 'vitest';

import { cutDays, rulesOn } from '../../src/rules/rules-on.ts';
import { formatDay, parseDay } from '../../src/time/day.ts';
import { compileParts } from '../support/small-clinic.ts';

const { ruleSet } = compileParts({
  questions: [{ id: 'fever', type: 'number', between: [30, 45] }],
  parameters: [
    {
      id: 'limit',
      value: 38,
      later: [
        { from: '2027-01-01', value: 38.5, source: 'a study' },
        { from: '2028-01-01', value: 39, source: 'another' },
      ],
    },
  ],
  tables: [
    {
      id: 'holds',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [
        { drug: 'apixaban', values: { hold: '72 hours' }, until: '2027-06-01' },
        { drug: 'apixaban', values: { hold: '48 hours' }, from: '2027-06-01' },
      ],
    },
  ],
  rules: [
    { id: 'always', when: [{ fever: 'at least {limit}' }] },
    { id: 'dated', when: [{ fever: 'at least 40' }], from: '2027-01-01', until: '2027-02-01' },
  ],
});

/** The rules, the limit and the holds of a day. */
function on(date: string): string {
  const { rules, tables, parameters } = rulesOn(ruleSet, parseDay(date) ?? Number.NaN);
  const holds = tables.flatMap(({ rows }) =>
    rows.map(({ values }) => JSON.stringify(values['hold'])),
  );
  return `${rules.map(({ id }) => id).join(' ')}, ${JSON.stringify(parameters['limit']?.value)}, ${holds.join(' ')}`;
}

const [LONG, SHORT] = [72, 48].map((count) => JSON.stringify({ count, unit: 'hours' }));

describe('the rules of a day', () => {
  test.each([
    ['2026-12-31', `always, 38, ${LONG}`],
    ['2027-01-01', `always dated, 38.5, ${LONG}`],
    ['2027-01-31', `always dated, 38.5, ${LONG}`],
    ['2027-02-01', `always, 38.5, ${LONG}`],
    ['2027-05-31', `always, 38.5, ${LONG}`],
    ['2027-06-01', `always, 38.5, ${SHORT}`],
    ['2028-01-01', `always, 39, ${SHORT}`],
  ])('on %s are %s', (date, rules) => {
    expect(on(date)).toBe(rules);
  });

  test('change on the days that the dates name, and on no other', () => {
    expect(cutDays(ruleSet).map(formatDay)).toEqual([
      '2027-01-01',
      '2027-02-01',
      '2027-06-01',
      '2028-01-01',
    ]);
  });

  test('are the same whatever the day when nothing is dated', () => {
    const { ruleSet: undated } = compileParts({ rules: [] });
    expect(cutDays(undated)).toEqual([]);
  });
});
