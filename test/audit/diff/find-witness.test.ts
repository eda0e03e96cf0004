import { expect, test } from 'vitest';

import { diffRules } from '../../../src/audit/diff/diff.ts';
import type { Bench } from '../../../src/audit/regions/bench.ts';
import { bench } from '../../support/audit-bench.ts';

function withLimit(limit: number): Bench {
  return bench({
    questions: [{ id: 'temperature', type: 'number', between: [30, 45] }],
    healthy: { temperature: 36.7 },
    parameters: [{ id: 'limit', value: limit }],
    rules: [{ id: 'fever', when: [{ temperature: 'at least {limit}' }] }],
  });
}

test('a difference that the evaluation does not show is a fault of the engine, and no finding', () => {
  const [before, after] = [withLimit(38), withLimit(39)];
  expect(diffRules(before, after).changes).toMatchObject([{ id: 'fever', verdict: 'changes' }]);
  const torn = { ...after, screener: { ...after.screener, on: () => before.screener.prepared } };
  expect(() => diffRules(before, torn)).toThrow('disagree about fever: {"temperature":38}');
});
