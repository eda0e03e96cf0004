import { expect, test } from 'vitest';

import { diffRules } from '../../../src/audit/diff/diff.ts';
import type { Bench } from '../../../src/audit/regions/bench.ts';
import { bench } from '../../support/audit-bench.ts';

const questions = [
  { id: 'temperature', type: 'number', between: [30, 45] },
  { id: 'infection', type: 'yes-no' },
  { id: 'steroid', type: 'yes-no' },
];

/** One rule holds from this temperature on; another, of those who get a steroid, from 38 on. */
function rulesFrom(limit: number, more: object = {}): Bench {
  return bench({
    questions,
    healthy: { temperature: 36.7, infection: false, steroid: true },
    rules: [
      { id: 'ill', when: [{ temperature: `at least ${limit}` }, { infection: 'yes' }] },
      { id: 'warm', when: [{ temperature: 'at least 38' }], ...more },
    ],
  });
}

function shown(before: Bench, after: Bench): unknown[] {
  return diffRules(before, after).changes.flatMap(({ transitions }) =>
    transitions.map(({ direction, witness }) => [direction, witness.answers]),
  );
}

test('a change that another rule hides is shown by a patient who does not meet that', () => {
  const more = { unless: [{ steroid: 'no' }] };
  expect(shown(rulesFrom(39, more), rulesFrom(38.5, more))).toEqual([
    ['stricter', { temperature: 38.5, infection: true, steroid: false }],
  ]);
});

test('a change that another rule always hides is shown below the headline', () => {
  expect(shown(rulesFrom(39), rulesFrom(38.5))).toEqual([
    ['same', { temperature: 38.5, infection: true }],
  ]);
});
