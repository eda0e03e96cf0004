import { type Check, runCheck } from '../../src/audit/check.ts';
import { parseDay } from '../../src/time/day.ts';
import { pointedAt } from './places.ts';
import { compileParts, type RuleParts } from './small-clinic.ts';
import { smallVocabulary } from './small-formulary.ts';

/** The day on which the rules are checked. */
export const TODAY = '2026-11-24';

/** What a check finds in the rules: its message, and the name of what it points at. */
export function found(
  check: Check,
  parts: RuleParts,
): { message: string; at: string; help?: string }[] {
  const rules = { ...compileParts(parts), vocabulary: smallVocabulary };
  const today = parseDay(TODAY) ?? Number.NaN;
  return runCheck(check, { rules, today }).map((diagnostic) => {
    const { message, help } = diagnostic;
    const at = /"?id"?: "?([\w.-]+)/.exec(pointedAt(diagnostic))?.[1] ?? '';
    return { message, at, ...(help === undefined ? {} : { help }) };
  });
}
