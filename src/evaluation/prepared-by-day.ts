import { cutDays, rulesOn } from '../rules/rules-on.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Day } from '../time/day.ts';
import type { PreparedRules } from './context.ts';
import { prepareRules } from './prepared.ts';

/**
 * The rules as they are in force on a day, prepared once for each span in which nothing changes; none when nothing
 * in them is dated, so that such rules pay nothing.
 */
export function preparedByDay(ruleSet: RuleSet): ((day: Day) => PreparedRules) | undefined {
  const cuts = cutDays(ruleSet);
  if (cuts.length === 0) return undefined;
  const known = new Map<number, PreparedRules>();
  return (day) => {
    const span = cuts.filter((cut) => cut <= day).length;
    const prepared = known.get(span) ?? prepareRules(rulesOn(ruleSet, day));
    known.set(span, prepared);
    return prepared;
  };
}
