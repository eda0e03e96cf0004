import { describe, expect, test } from 'vitest';

import { screenerOn } from '../../src/evaluation/screen.ts';
import { parseDay } from '../../src/time/day.ts';
import { clinic, decide } from '../support/small-clinic.ts';
import { SITE } from '../support/small-site.ts';

const QUESTIONS = [{ id: 'fever', type: 'number', between: [30, 45] }];
const LIMIT = { id: 'limit', value: 38, later: [{ from: '2026-11-24', value: 39, source: 's' }] };
const PARTS = {
  questions: QUESTIONS,
  parameters: [LIMIT],
  rules: [
    { id: 'hot', when: [{ fever: 'at least {limit}' }] },
    {
      id: 'new',
      when: [{ fever: 'at least 37' }],
      outcome: 'contact-physician',
      from: '2026-11-24',
    },
  ],
};
const dated = clinic(PARTS);

/** The day of screening is that of the clinic in Anchorage, nine hours behind. */
const found = (screened_at: string, rules = dated): string[] =>
  decide({ fever: 38.5, screened_at }, rules).findings.map(({ rule }) => rule);

describe('rules that are dated', () => {
  test('decide by the day of screening on the clock of the clinic', () => {
    expect(found('2026-11-23T23:59')).toEqual(['hot']);
    expect(found('2026-11-24T00:00')).toEqual(['new']);
    expect(found('2026-11-24T08:59:00Z')).toEqual(['hot']);
    expect(found('2026-11-24T09:00:00Z')).toEqual(['new']);
  });

  test('can be looked at as if it were another day', () => {
    const before = screenerOn(dated, parseDay('2026-11-01') ?? Number.NaN);
    expect(found('2026-11-24T07:00', before)).toEqual(['hot']);
  });

  test('are prepared once for each span', () => {
    const [first = 0, second = 0] = ['2026-11-24', '2027-11-24'].map((date) => parseDay(date) ?? 0);
    expect(dated.on?.(first)).toBe(dated.on?.(second));
    expect(dated.on?.(first - 1)).not.toBe(dated.on?.(first));
  });

  test('have the value that the site sets on every day', () => {
    const override = '{parameter: limit, value: 38.2, reason: r, by: Dr A, on: 2026-11-01}';
    const site = SITE.replace('overrides: []', `overrides: [${override}]`);
    const ours = clinic({ ...PARTS, rules: PARTS.rules.slice(0, 1) }, site);
    expect(found('2026-11-24T07:00', ours)).toEqual(['hot']);
  });
});

test('rules without a date are prepared once and for all', () => {
  const undated = clinic({
    questions: QUESTIONS,
    rules: [{ id: 'hot', when: [{ fever: 'at least 38' }] }],
  });
  expect(undated.on).toBeUndefined();
  expect(screenerOn(undated, 0)).toBe(undated);
});
