/** Puts the hidden answers of `Nodes` in the place of the conditions about other medicines, wherever these stand. */
import type { PreparedRules } from '../../evaluation/context.ts';
import type { Condition } from '../../rules/condition.ts';
import { conditionsOf, type RuleSet } from '../../rules/rule-set.ts';

/** Hides those of the conditions that stand in `only`, or all of them. */
export type Hide = (condition: Condition, only?: ReadonlySet<Condition>) => Condition;

/** Hides what stands in the rules as they were; conditions that were changed since stay in sight. */
export function hiderOf(original: PreparedRules, hidden: PreparedRules): Hide {
  const known = new Map<Condition, Condition>();
  const before = [...conditionsIn(original.ruleSet)];
  const after = [...conditionsIn(hidden.ruleSet)];
  for (const [index, condition] of before.entries()) pair(condition, after[index], known);
  const hide: Hide = (condition, only) => {
    if (condition.kind === 'test') return condition;
    if (condition.kind === 'medicines')
      return (only?.has(condition) === false ? undefined : known.get(condition)) ?? condition;
    return { ...condition, of: condition.of.map((part) => hide(part, only)) };
  };
  return hide;
}

function* conditionsIn({ rules, tables }: RuleSet): Generator<Condition> {
  for (const rule of rules) yield* conditionsOf(rule);
  for (const { rows } of tables) for (const { when } of rows) if (when) yield when;
}

function pair(
  before: Condition,
  after: Condition | undefined,
  known: Map<Condition, Condition>,
): void {
  if (!after) throw new Error('a condition was lost on the way');
  if (before.kind === 'medicines') known.set(before, after);
  else if (before.kind !== 'test' && after.kind !== 'test' && after.kind !== 'medicines') {
    for (const [index, part] of before.of.entries()) pair(part, after.of[index], known);
  }
}
