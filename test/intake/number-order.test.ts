import { expect, test } from 'vitest';

import type { IntakeFault } from '../../src/intake/fault.ts';
import { readIntake } from '../../src/intake/read-intake.ts';
import { ANCHORAGE, at } from '../support/anchorage.ts';
import { smallRuleSet } from '../support/small-rules.ts';

const OPTIONS = { zone: ANCHORAGE, asOf: undefined, now: at('2026-11-20T14:30') };
const WHO = { id: 'A-1', 'procedure.type': 'injection', 'procedure.at': '2026-11-24T09:00' };

test('the lower of two numbers that is not below the other is a fault that names both', () => {
  const rules = smallRuleSet(`
questions:
  - {id: id, section: s, ask: w, need: required, type: text}
  - {id: procedure.type, section: s, ask: w, need: required, type: text}
  - {id: procedure.at, section: s, ask: w, need: required, type: date-time, direction: any}
  - {id: low, section: s, ask: w, need: optional, type: number, between: [0, 300], less_than: high}
  - {id: high, section: s, ask: w, need: optional, type: number, between: [0, 300]}
`);
  const faultsFor = (low: unknown, high: unknown): readonly IntakeFault[] => {
    const reading = readIntake({ ...WHO, low, high }, rules, OPTIONS);
    return reading.ok ? [] : reading.faults;
  };
  expect(faultsFor(128, 78)).toMatchObject([
    {
      code: 'implausible-value',
      field: 'low',
      path: ['low'],
      message: 'found `128`, expected less than `high`, which is `78`',
    },
  ]);
  expect(faultsFor(78, 78)).toHaveLength(1);
  expect(faultsFor(78, 128)).toEqual([]);
  expect(faultsFor(128, 'unknown')).toEqual([]);
  expect(faultsFor(128, null)).toEqual([]);
});
