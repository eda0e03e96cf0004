import { type OpeningHours, nextOpenMinute } from '../time/opening-hours.ts';
import type { Instant } from '../time/zone.ts';
import { type Context, continuing, movedTo } from './context.ts';
import { evaluateRule, type Fired, type Verdict, verdictsOf } from './evaluate-rule.ts';
import { medicineName } from './message.ts';

export interface Earliest {
  readonly at: Instant;
  /** The rules that clear last: the date hangs on them. */
  readonly because: readonly string[];
  /** The medicines still taken that would hold then as well, if they were taken on: by name. */
  readonly ifNoFurtherDoseOf: readonly string[];
}

/** Moves tried before giving up: each brings at least one more hold to an end. */
const MOVES = 5;

/**
 * The first open minute at which every hold has cleared; undefined when a hold does not clear with time, or when
 * waiting itself brings a new one.
 */
export function earliestGo(
  context: Context,
  verdicts: readonly Verdict[],
  hours: OpeningHours,
): Earliest | undefined {
  const first = holdsOf(verdicts);
  let holds = first;
  let binding: { readonly at: Instant; readonly rules: readonly string[] } = {
    at: context.procedureAt,
    rules: [],
  };
  for (let move = 0; move < MOVES; move += 1) {
    if (holds.length > 0) {
      if (holds.some(({ clearsAt }) => clearsAt === undefined)) return undefined;
      const at = Math.max(...holds.map(({ clearsAt = 0 }) => clearsAt));
      const rules = holds.filter(({ clearsAt }) => clearsAt === at).map(({ rule }) => rule.body.id);
      binding = { at, rules: [...new Set(rules)].toSorted() };
    }
    const open = nextOpenMinute(binding.at, hours, context.zone);
    if (open === undefined) return undefined;
    if (open === context.procedureAt) return { at: open, because: [], ifNoFurtherDoseOf: [] };
    const moved = movedTo(context, open);
    holds = holdsOf(verdictsOf(moved, ({ body }) => body.outcome === 'hold'));
    if (holds.length === 0) {
      return { at: open, because: binding.rules, ifNoFurtherDoseOf: countedAsPaused(first, moved) };
    }
  }
  return undefined;
}

/** Waiting clears a hold on a medicine that is still taken only from its last dose on, which is counted as now. */
function countedAsPaused(holds: readonly Fired[], moved: Context): string[] {
  const rules = new Set(holds.map(({ rule }) => rule).filter(({ asksLastDose }) => asksLastDose));
  const taken = moved.medicines.filter(({ given }) => given.still_taking !== false);
  const counted = taken.filter((medicine) => {
    const going = continuing(moved, [medicine]);
    return holdsOf([...rules].flatMap((rule) => evaluateRule(rule, going))).length > 0;
  });
  return [...new Set(counted.map(medicineName))];
}

function holdsOf(verdicts: readonly Verdict[]): Fired[] {
  return verdicts.filter(
    (verdict): verdict is Fired =>
      verdict.status === 'fired' && verdict.rule.body.outcome === 'hold',
  );
}
