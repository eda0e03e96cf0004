/** Small rule sets drawn at random: what the walk over regions says of an edit, held against every patient there is. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { diffRules } from '../../../src/audit/diff/diff.ts';
import { differs, replay } from '../../../src/audit/diff/witness.ts';
import type { Bench } from '../../../src/audit/regions/bench.ts';
import { bench } from '../../support/audit-bench.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

const RULE_SETS = 300;

const questions: RuleParts['questions'] = [
  { id: 'infection', type: 'yes-no' },
  { id: 'kind', type: 'choice', choices: { mild: 'Mild', strong: 'Strong', other: 'Other' } },
  { id: 'temperature', type: 'number', between: [35, 42] },
];
const healthy = { infection: false, kind: 'mild', temperature: 36.6 };

/** Every answer that the tests below can tell apart, and none. */
const ANSWERS: Readonly<Record<string, readonly unknown[]>> = {
  infection: [false, true, 'unknown'],
  kind: ['mild', 'strong', 'other', 'unknown'],
  temperature: [36.6, 37.4, 37.5, 37.6, 37.9, 38, 38.1, 'unknown'],
};
const EVERYBODY = Object.entries(ANSWERS).reduce<Record<string, unknown>[]>(
  (all, [fact, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [fact]: value }))),
  [{}],
);

const line = fc.oneof(
  fc.constantFrom('yes', 'no', 'not yes', 'known to be no').map((infection) => ({ infection })),
  fc
    .constantFrom('mild', 'strong or other', 'not strong', 'known to be mild', 'answered')
    .map((kind) => ({ kind })),
  fc
    .tuple(
      fc.constantFrom('at least', 'more than', 'at most', 'less than'),
      fc.constantFrom('37.5', '38'),
    )
    .map(([side, limit]) => ({ temperature: `${side} ${limit}` })),
);
const joined = fc.oneof(
  line,
  fc
    .tuple(fc.constantFrom('all', 'any', 'none'), fc.array(line, { minLength: 1, maxLength: 2 }))
    .map(([how, of]) => ({ [how]: of })),
);
const rule = fc
  .record({
    when: fc.array(joined, { minLength: 1, maxLength: 3 }),
    outcome: fc.constantFrom('hold', 'contact-physician'),
    needs: fc.constantFrom([], ['infection'], ['temperature', 'kind']),
  })
  .map((parts) => ({ id: 'rule', ...parts }));

test('the walk over regions says what brute force over all patients says', () => {
  let tried = 0;
  let differed = 0;
  fc.assert(
    fc.property(rule, rule, (before, after) => {
      const benches: readonly [Bench, Bench] = [
        bench({ questions, healthy, rules: [before] }),
        bench({ questions, healthy, rules: [after] }),
      ];
      const { changes } = diffRules(...benches);
      const changed = EVERYBODY.some((answers) => {
        const witness = replay(answers, benches);
        return (
          witness?.before.disposition !== witness?.after.disposition ||
          (witness !== undefined && differs(witness))
        );
      });
      tried += 1;
      differed += Number(changed);
      expect(changes.some(({ verdict }) => verdict === 'not-proved')).toBe(false);
      expect(changes.some(({ verdict }) => verdict === 'changes')).toBe(changed);
    }),
    { numRuns: RULE_SETS },
  );
  expect(tried).toBeGreaterThanOrEqual(RULE_SETS);
  expect(differed).toBeGreaterThan(RULE_SETS / 3);
  expect(differed).toBeLessThan(RULE_SETS);
}, 120_000);
