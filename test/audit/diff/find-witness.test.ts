import { expect, test } from 'vitest';

import { diffRules } from '../../../src/audit/diff/diff.ts';
import { feverBench } from '../../support/audit-bench.ts';

test('a difference that the evaluation does not show is a fault of the engine, and no finding', () => {
  const [before, after] = [feverBench(38), feverBench(39)];
  expect(diffRules(before, after).changes).toMatchObject([{ id: 'fever', verdict: 'changes' }]);
  const torn = { ...after, screener: { ...after.screener, on: () => before.screener.prepared } };
  expect(() => diffRules(before, torn)).toThrow('disagree about fever: {"temperature":38}');
});
