import { describe, expect, test } from 'vitest';

import { ImpactCount } from '../../../src/audit/impact/impact.ts';
import { resultOf } from '../../../src/audit/regions/replay.ts';
import { bench } from '../../support/audit-bench.ts';

const questions = [{ id: 'temperature', type: 'number', between: [30, 45] }];
const rules = (limit: number): { id: string; when: object[] }[] => [
  { id: 'fever', when: [{ temperature: `at least ${limit}` }] },
];
const old = bench({ questions, healthy: { temperature: 36.7 }, rules: rules(38) });
const now = bench({ questions, healthy: { temperature: 36.7 }, rules: rules(39) });

function impactOn(temperatures: readonly unknown[]) {
  const count = new ImpactCount();
  for (const temperature of temperatures)
    count.add(resultOf({ temperature }, old), resultOf({ temperature }, now));
  return count.end();
}

describe('the impact of a change', () => {
  test('counts whom it leaves as they were and names those whom it does not', () => {
    const { intakes, same, changed } = impactOn([36.7, 38, 38.9, 39]);
    expect({ intakes, same }).toEqual({ intakes: 4, same: 2 });
    expect(
      changed.map(({ id, direction, before, after }) => [
        id,
        direction,
        before.disposition,
        after.disposition,
      ]),
    ).toEqual([
      ['H', 'looser', 'hold', 'go'],
      ['H', 'looser', 'hold', 'go'],
    ]);
  });

  test('counts for each rule who hears of it no longer', () => {
    expect(impactOn([38, 38.9, 40]).rules).toEqual([
      { rule: 'fever', newly: 0, noLonger: 2, otherwise: 0 },
    ]);
  });

  test('keeps apart what one of the rule sets, or neither, can read', () => {
    const count = new ImpactCount();
    const result = resultOf({}, old);
    count.add(undefined, undefined);
    count.add(result, undefined);
    count.add(undefined, result);
    expect(count.end()).toEqual({
      intakes: 3,
      same: 0,
      changed: [],
      rules: [],
      readable: { before: 1, after: 1 },
      rejected: 1,
    });
  });
});
