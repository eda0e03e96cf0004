import { expect, test } from 'vitest';

import { intervalsOf } from '../../src/audit/intervals.ts';
import type { Bench } from '../../src/audit/regions/bench.ts';
import { bench } from '../support/audit-bench.ts';

function spans(...benches: Bench[]): (string | undefined)[] {
  return intervalsOf(benches).map(({ during }) => during);
}

const IN_2027 = { from: '2027-01-01', until: '2028-01-01' };
const rule = (period: object): Bench =>
  bench({ rules: [{ id: 'r', when: [{ 'procedure.type': 'injection' }], ...period }] });

test('rules without dates are one span without a name', () => {
  expect(spans(rule({}), rule({}))).toEqual([undefined]);
});

test('the dates of either rule set cut', () => {
  expect(spans(rule({ from: '2027-01-01' }), rule({ from: '2027-06-01' }))).toEqual([
    'until 2027-01-01',
    'from 2027-01-01 until 2027-06-01',
    'from 2027-06-01',
  ]);
});

test('spans in which the same rules are in force are one', () => {
  expect(spans(rule(IN_2027))).toEqual([
    'until 2027-01-01 and from 2028-01-01',
    'from 2027-01-01 until 2028-01-01',
  ]);
});

test('the rules of a span are those of its days', () => {
  const counts = intervalsOf([rule(IN_2027)]).map(
    ({ benches: [own] }) => own?.screener.prepared.rules.length,
  );
  expect(counts).toEqual([0, 1]);
});
