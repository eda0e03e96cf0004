import { expect, test } from 'vitest';

import { type Obligation, rulingOn } from '../../../src/audit/verify/obligation.ts';
import { feverBench } from '../../support/audit-bench.ts';
import { condition } from '../../support/small-clinic.ts';

const OBLIGATION: Obligation = {
  stated: {
    id: 'property hot',
    title: 'hot',
    says: 'hot',
    when: condition({ temperature: 'at least 38' }),
    outcome: 'go',
    urgency: 'routine',
    sources: [{ id: 'book', section: 'p. 1' }],
    evidence: 'guideline',
    review_by: '2027-01-01',
  },
  least: { disposition: 'hold', urgency: 'routine' },
};

test('an evaluation that does not agree with the walk is a fault of the engine, and no finding', () => {
  const [walked, evaluated] = [feverBench(39), feverBench(38)];
  expect(rulingOn(OBLIGATION, walked).status).toBe('refuted');
  const torn = {
    ...walked,
    screener: { ...walked.screener, on: () => evaluated.screener.prepared },
  };
  expect(() => rulingOn(OBLIGATION, torn)).toThrow(
    'disagree about property hot: {"temperature":38}',
  );
});
