import { type Coverage, coverageOf } from '../../src/audit/coverage/coverage.ts';
import { type Gap, gapsOf } from '../../src/audit/coverage/gaps.ts';
import { Suggester } from '../../src/audit/coverage/suggest.ts';
import type { Bench } from '../../src/audit/regions/bench.ts';
import type { CompiledRules } from '../../src/rules/compile.ts';
import { benchOf } from './audit-bench.ts';
import { compileParts, ON_THE_DAY, PROCEDURE_AT, type RuleParts } from './small-clinic.ts';

/** Small rules with a healthy patient, in force at the small clinic. */
function smallBench(parts: RuleParts): {
  readonly rules: CompiledRules;
  readonly bench: Bench;
} {
  const healthy = {
    id: 'H',
    'procedure.type': 'injection',
    'procedure.at': PROCEDURE_AT,
    ...ON_THE_DAY,
    ...parts.healthy,
  };
  const rules = compileParts({ ...parts, healthy });
  return { rules, bench: benchOf(rules.ruleSet, healthy) };
}

/** What the examples of small rules show, and what they do not. */
export function covered(parts: RuleParts): {
  readonly coverage: Coverage;
  readonly gaps: readonly Gap[];
} {
  const { rules, bench } = smallBench(parts);
  const coverage = coverageOf(rules, bench.screener, new Set());
  return { coverage, gaps: [...gapsOf(coverage.shown, new Suggester(bench, rules))] };
}
