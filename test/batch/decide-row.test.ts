import { expect, test } from 'vitest';

import { decideRow } from '../../src/batch/decide-row.ts';
import type { RowFault } from '../../src/batch/row.ts';
import { shippedScreener } from '../support/shipped.ts';

const OPTIONS = {
  zone: shippedScreener.zone,
  asOf: undefined,
  now: Date.parse('2027-03-01T00:00Z'),
};
const REST = { id: 'A-1', 'procedure.type': 'facet', 'procedure.at': '2026-11-24T09:00' };

function faults(field: string): string[] {
  const told: RowFault[] = [{ code: 'not-a-date', field, message: 'expected another format' }];
  const outcome = decideRow({ ok: false, faults: told, rest: REST }, shippedScreener, OPTIONS);
  return outcome.ok ? [] : outcome.faults.map((each) => `${each.code} ${each.field}`);
}

test('a row that a mapping cannot read is told all else that is wrong with it, too', () => {
  expect(faults('vaccine.on')).toEqual(['not-a-date vaccine.on', 'unknown-choice procedure.type']);
});

test('what has a fault already is not told to be missing, and nothing is late without the moment of screening', () => {
  const { 'procedure.at': _, ...rest } = REST;
  const told: RowFault[] = [{ code: 'not-a-date', field: 'procedure.at', message: 'x' }];
  const outcome = decideRow({ ok: false, faults: told, rest }, shippedScreener, OPTIONS);
  expect(outcome.ok ? [] : outcome.faults.map(({ field }) => field)).toEqual([
    'procedure.at',
    'procedure.type',
  ]);
  const right = { ...REST, 'procedure.type': 'cervical-facet-injection' };
  const screened: RowFault[] = [{ code: 'not-a-date', field: 'screened_at', message: 'x' }];
  const late = decideRow({ ok: false, faults: screened, rest: right }, shippedScreener, OPTIONS);
  expect(late.ok ? [] : late.faults.map(({ field }) => field)).toEqual(['screened_at']);
});
