import { expect, test } from 'vitest';

import { healthyIntake } from '../../../src/audit/regions/bench.ts';
import { healthyAt } from '../../../src/audit/regions/healthy-at.ts';
import { at } from '../../support/anchorage.ts';
import { bench } from '../../support/audit-bench.ts';

const usual = bench({
  questions: [
    { id: 'eaten_at', type: 'date-time', direction: 'past' },
    { id: 'lab_on', type: 'date', direction: 'past' },
    { id: 'fever', type: 'number', between: [30, 45] },
  ],
  healthy: { eaten_at: '2026-11-24T01:00', lab_on: '2026-11-20', fever: 36.7 },
  rules: [],
});

test('the healthy patient at another moment ate as many hours before it, and had the lab as many days before', () => {
  const [before, after] = [usual, healthyAt(usual, at('2026-11-02T14:30'))].map(healthyIntake);
  expect(after?.procedure_at).toBe(at('2026-11-02T14:30'));
  const eaten = [before, after].map((intake) => {
    const answer = intake?.answers.get('eaten_at');
    return answer?.state === 'answered' ? Number(answer.value) - (intake?.procedure_at ?? 0) : 0;
  });
  expect(eaten[1]).toBe(eaten[0]);
  expect(healthyAt(usual, at('2026-11-02T14:30')).healthy).toMatchObject({
    lab_on: '2026-10-29',
    fever: 36.7,
  });
});
