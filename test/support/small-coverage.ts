import { type Coverage, coverageOf } from '../../src/audit/coverage/coverage.ts';
import { type Gap, gapsOf } from '../../src/audit/coverage/gaps.ts';
import { Suggester } from '../../src/audit/coverage/suggest.ts';
import type { Bench } from '../../src/audit/regions/bench.ts';
import type { CompiledRules } from '../../src/rules/compile.ts';
import { benchOf, healthyOf } from './audit-bench.ts';
import { compileParts, type RuleParts } from './small-clinic.ts';

/** Small rules with a healthy patient, in force at the small clinic. */
export function smallBench(parts: RuleParts): {
  readonly rules: CompiledRules;
  readonly bench: Bench;
} {
  const healthy = healthyOf(parts);
  const rules = compileParts({ ...parts, healthy });
  return { rules, bench: benchOf(rules.ruleSet, healthy) };
}

/** What the examples of small rules show, and what they do not. */
export function covered(parts: RuleParts): {
  readonly coverage: Coverage;
  readonly gaps: readonly Gap[];
} {
  const { rules, bench } = smallBench(parts);
  const coverage = coverageOf(rules, bench.screener, {});
  return { coverage, gaps: [...gapsOf(coverage.shown, new Suggester(bench, rules))] };
}
