import type { Condition } from '../../rules/condition.ts';
import { isMedicineField } from '../../rules/rule-set.ts';
import { testText } from '../../rules/test-text.ts';
import { type Check, placeOf } from '../check.ts';

export const unknownAsNo: Check = {
  code: 'unknown-as-no',
  severity: 'error',
  explanation:
    'An exception that also holds when nobody knows the answer (`not known to be …` in an `unless:` or a `none:` of a ' +
    'rule that stands in the way) lets a patient through because something was not asked. Ask for what must be ' +
    'known: `known to be …`, or the plain test, so that the exception counts only when it is known to hold.',
  *run(audited) {
    for (const rule of audited.rules.ruleSet.rules) {
      if (rule.outcome === 'go') continue;
      const found = [
        ...excused(rule.each_medicine, false),
        ...excused(rule.when, false),
        ...excused(rule.unless, true),
      ];
      for (const { fact, test } of found) {
        yield {
          message: `\`${rule.id}\` is excused by \`${fact}: ${testText(test)}\`, also when nobody knows it`,
          span: placeOf(audited, `rules:${rule.id}`),
        };
      }
    }
  },
};

type Leaf = Extract<Condition, { kind: 'test' }>;

/** The tests that a missing answer meets, where meeting them keeps a rule from firing. */
function* excused(condition: Condition | undefined, excuses: boolean): Generator<Leaf> {
  if (!condition) return;
  if (condition.kind === 'test') {
    const { fact, test } = condition;
    const isTold = isMedicineField(fact) ? !ALWAYS_KNOWN.has(fact) : true;
    if (excuses && test.known === true && test.negated === true && isTold) yield condition;
  } else if (condition.kind === 'medicines') yield* excused(condition.where, excuses);
  else
    for (const part of condition.of)
      yield* excused(part, condition.kind === 'none' ? !excuses : excuses);
}

/** What the name of a medicine tells, so that it is never missing. */
const ALWAYS_KNOWN: ReadonlySet<string> = new Set([
  'class',
  'ingredient',
  'in_table',
  'recognised',
]);
