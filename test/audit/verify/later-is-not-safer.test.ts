/**
 * Small rule sets drawn at random: what the proof says of a dose that moves, held against every patient there is.
 * @module-tag long
 */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { restriction } from '../../../src/audit/diff/witness.ts';
import type { Bench } from '../../../src/audit/regions/bench.ts';
import { Nodes } from '../../../src/audit/regions/nodes.ts';
import { resultOf } from '../../../src/audit/regions/replay.ts';
import { laterIsNotSafer } from '../../../src/audit/verify/later-is-not-safer.ts';
import { bench } from '../../support/audit-bench.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

const RULE_SETS = 60;
const A_FEW = RULE_SETS / 4;

const classes = fc.constantFrom('anticoagulant', 'antiplatelet or nsaid', 'nsaid');
/** Mostly the right way round, so that some rule sets are proved. */
const within = fc.constantFrom(
  'less than 24 hours before the procedure',
  'less than 48 hours before the procedure',
  'less than 48 hours before the procedure',
  'on the day of the procedure',
  'at least 24 hours before the procedure',
);
const medicine = fc
  .tuple(classes, fc.option(within), fc.option(fc.constantFrom('yes', 'not known to be no')))
  .map(([of, last_taken, still_taking]) => [
    { class: of },
    ...(last_taken === null ? [] : [{ last_taken }]),
    ...(still_taking === null ? [] : [{ still_taking }]),
  ]);
const others = fc
  .tuple(fc.constantFrom('any_medicine', 'two_medicines'), medicine)
  .map(([how, of]) => ({ [how]: of }));
const risk = fc
  .tuple(others, fc.constantFrom([], [{ infection: 'yes' }], [{ infection: 'known to be yes' }]))
  .map(([of, more]) => ({ id: 'risk', when: [{ any: [of, ...more] }] }));
const looked = fc.oneof(
  fc.constantFrom('yes', 'yes', 'no').map((word) => ({ risk: word })),
  others,
  fc.constantFrom('yes', 'not yes').map((word) => ({ infection: word })),
);
const rule = fc
  .record({
    each: fc.option(medicine),
    when: fc.array(looked, { minLength: 1, maxLength: 2 }),
    outcome: fc.constantFrom('hold', 'contact-physician'),
    plan: fc.constantFrom(undefined, undefined, 'ask-prescriber'),
    needs: fc.constantFrom([], [], ['infection']),
  })
  .map(({ each, plan, ...more }) => ({
    ...more,
    ...(each === null ? {} : { each_medicine: each, ...(plan ? { plan } : {}) }),
  }));
const ruleSets = fc
  .record({ definition: risk, rules: fc.array(rule, { minLength: 1, maxLength: 3 }) })
  .map(({ definition, rules }): RuleParts => ({
    questions: [{ id: 'infection', type: 'yes-no' }],
    healthy: { infection: false },
    definitions: [definition],
    rules: rules.map((each, index) => ({ id: `r${index}`, ...each })),
  }));

const DOSES = [
  undefined,
  '2026-11-01T08:00',
  '2026-11-22T09:00',
  '2026-11-22T09:01',
  '2026-11-23T09:00',
  '2026-11-23T09:01',
  '2026-11-24T00:00',
];
const AHEAD = '2026-11-23T12:00';

/** Whether some patient of one or two medicines is let go by a later dose. */
function isBroken(rules: Bench): boolean {
  for (const infection of [false, true, 'unknown']) {
    for (const screened_at of ['2026-11-24T07:00', AHEAD]) {
      for (const first of ['apixaban', 'aspirin', 'ibuprofen']) {
        for (const still_taking of [undefined, true, false]) {
          for (const other of SECONDS) {
            const restrictions = DOSES.slice(1).flatMap((last_taken) => {
              const medications = [{ name: first, still_taking, last_taken }, ...other];
              const result = resultOf({ infection, screened_at, medications }, rules);
              return result ? [restriction(result)] : [];
            });
            if (restrictions.some((each, index) => each < (restrictions[index - 1] ?? 0)))
              return true;
          }
        }
      }
    }
  }
  return false;
}

const SECONDS = [
  [],
  ...['warfarin', 'ibuprofen'].flatMap((name) =>
    [undefined, '2026-11-01T08:00', '2026-11-22T12:00'].flatMap((last_taken) =>
      [undefined, true, false].map((still_taking) => [{ name, last_taken, still_taking }]),
    ),
  ),
];

test(
  'nobody is let go by a later dose where the law is proved, and somebody is where it is refuted',
  { timeout: 300_000 },
  () => {
    const seen = { proved: 0, refuted: 0, 'not-proved': 0 };
    fc.assert(
      fc.property(ruleSets, (parts) => {
        const rules = bench(parts);
        const { status } = laterIsNotSafer.rule(rules, new Nodes([rules]));
        seen[status] += 1;
        expect(status === 'proved' && isBroken(rules)).toBe(false);
      }),
      { numRuns: RULE_SETS, seed: 6 },
    );
    expect(seen.proved).toBeGreaterThan(A_FEW);
    expect(seen.refuted).toBeGreaterThan(A_FEW);
    expect(seen['not-proved']).toBeLessThan(A_FEW);
  },
);
