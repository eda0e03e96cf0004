import type { Audited } from '../../src/audit/check.ts';
import { type Check, runCheck } from '../../src/audit/check.ts';
import { compileVocabulary } from '../../src/medicines/compile/compile-vocabulary.ts';
import { formularyFile } from '../../src/medicines/schema.ts';
import { formularySpans } from '../../src/rules/formulary-spans.ts';
import { parseYamlWith } from '../../src/source/parse-with.ts';
import { parseDay } from '../../src/time/day.ts';
import { benchOf, healthyOf } from './audit-bench.ts';
import { pointedAt } from './places.ts';
import { compileParts, type RuleParts } from './small-clinic.ts';
import { SMALL_FORMULARY } from './small-formulary.ts';

/** The day on which the rules are checked. */
export const TODAY = '2026-11-24';

/** A file of the formulary, beside the small one. */
type Formulary = Readonly<Record<string, unknown>>;

/** Small rules as the checks look at them. */
export function audited(parts: RuleParts, formulary: Formulary = {}): Audited {
  const healthy = healthyOf(parts);
  const compiled = compileParts({ ...parts, healthy });
  const sources = [
    ...SMALL_FORMULARY,
    { file: 'formulary/more.yaml', text: JSON.stringify(formulary, null, 1) },
  ];
  const files = sources.flatMap((source) => {
    const file = parseYamlWith(formularyFile, source);
    return file.ok ? [file.value] : [];
  });
  const { vocabulary } = compileVocabulary(files);
  const spans = new Map([...compiled.spans, ...formularySpans(files)]);
  return {
    rules: { ...compiled, spans, vocabulary },
    today: parseDay(TODAY) ?? Number.NaN,
    bench: benchOf(compiled.ruleSet, healthy),
  };
}

/** What a check finds in the rules: its message, and the name of what it points at. */
export function found(
  check: Check,
  parts: RuleParts,
  formulary?: Formulary,
): { message: string; at: string; help?: string }[] {
  return runCheck(check, audited(parts, formulary)).map((diagnostic) => {
    const { message, help } = diagnostic;
    const at = /"?id"?: "?([\w.-]+)/.exec(pointedAt(diagnostic))?.[1] ?? '';
    return { message, at, ...(help === undefined ? {} : { help }) };
  });
}

/** What it says, for checks that point at no name. */
export function messages(check: Check, parts: RuleParts, formulary?: Formulary): string[] {
  return found(check, parts, formulary).map(({ message }) => message);
}
