import type { Bench } from '../../src/audit/regions/bench.ts';
import { screener } from '../../src/evaluation/screen.ts';
import { Recogniser } from '../../src/medicines/recogniser.ts';
import { readSite } from '../../src/rules/read-site.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import { compileParts, ON_THE_DAY, PROCEDURE_AT, type RuleParts } from './small-clinic.ts';
import { smallVocabulary } from './small-formulary.ts';
import { SITE } from './small-site.ts';

/** The patient from whom the small benches start. */
const HEALTHY = {
  id: 'H',
  'procedure.type': 'injection',
  'procedure.at': PROCEDURE_AT,
  ...ON_THE_DAY,
};

/** The patient of small rules: the usual one, with what the parts add. */
export function healthyOf({ healthy }: RuleParts): Readonly<Record<string, unknown>> {
  return { ...HEALTHY, ...healthy };
}

/** Small rules in force at the small clinic. */
export function bench(parts: RuleParts): Bench {
  return benchOf(compileParts(parts).ruleSet, healthyOf(parts));
}

/** One rule, which holds from this temperature on. */
export function feverBench(limit: number): Bench {
  return bench({
    questions: [{ id: 'temperature', type: 'number', between: [30, 45] }],
    healthy: { temperature: 36.7 },
    parameters: [{ id: 'limit', value: limit }],
    rules: [{ id: 'fever', when: [{ temperature: 'at least {limit}' }] }],
  });
}

export function benchOf(
  ruleSet: RuleSet,
  healthy: Readonly<Record<string, unknown>> = HEALTHY,
): Bench {
  const read = readSite({ file: 'clinic.yaml', text: SITE }, ruleSet);
  if (!read.ok) throw new Error('the small site cannot be used');
  return {
    screener: screener(ruleSet, new Recogniser(smallVocabulary), read.value, 'sha256:small'),
    vocabulary: smallVocabulary,
    healthy,
  };
}
