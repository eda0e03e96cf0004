import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { evaluateRule } from '../../src/evaluation/evaluate-rule.ts';
import { isIn, without } from '../../src/evaluation/ruled-out.ts';
import { contextOf } from '../../src/evaluation/screen.ts';
import { readIntake } from '../../src/intake/read-intake.ts';
import { generatedIntake } from '../support/generated-intake.ts';
import { shippedScreener } from '../support/shipped.ts';

const { zone, prepared } = shippedScreener;

test('no rule that an answer rules out has anything to say', () => {
  let out = 0;
  fc.assert(
    fc.property(generatedIntake, (raw) => {
      const reading = readIntake(raw, prepared.ruleSet, { zone, asOf: undefined, now: 0 });
      if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
      const context = contextOf(reading.intake, shippedScreener);
      const mask = prepared.ruledOut(context);
      const silenced = prepared.rules.filter((_, index) => isIn(mask, index));
      out += silenced.length;
      expect(silenced.flatMap((rule) => evaluateRule(rule, context))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
  expect(out).toBeGreaterThan(10_000);
});

test('a rule is taken out of a mask, and no other', () => {
  const mask = Uint32Array.of(0xffff_ffff, 0xffff_ffff);
  const left = without(mask, 37);
  expect([...Array(64).keys()].filter((index) => !isIn(left, index))).toEqual([37]);
});
