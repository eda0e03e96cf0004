import { isReference } from '../../rules/phrase.ts';
import type { Condition } from '../../rules/condition.ts';

/** The condition with definitions written out, so that a walk sees what they say; `whenOf` tells what a fact stands for. */
export function inSight(
  condition: Condition,
  whenOf: (fact: string) => Condition | undefined,
): Condition {
  const out = (part: Condition): Condition => {
    if (part.kind === 'medicines') return part;
    if (part.kind !== 'test') return { ...part, of: part.of.map(out) };
    const { fact, test } = part;
    const when = whenOf(fact);
    if (!when || test.is !== 'one-of' || isReference(test.values)) return part;
    const is = test.values.includes(true) !== (test.negated === true);
    return is ? out(when) : { kind: 'none', of: [out(when)] };
  };
  return out(condition);
}
