/** When a condition that holds now stops holding: as the procedure moves later, or as a medicine is paused earlier. */
import { isMedicineField } from '../rules/rule-set.ts';
import type { Condition } from '../rules/condition.ts';
import type { Instant } from '../time/zone.ts';
import { evaluate } from './condition.ts';
import type { Context, Scope } from './context.ts';
import { waitsFrom } from './last-dose.ts';
import { scopesFor } from './table-lines.ts';
import { clearsAt, isTimeTest, latestClear, momentOf, type TimeTest } from './time-test.ts';

type Atom = (fact: string, test: TimeTest, scope: Scope) => Instant | undefined;

/** How to join the moments of the parts of a condition. */
interface Joining {
  readonly context: Context;
  readonly atom: Atom;
  /** One part that stops is enough. */
  readonly first: (moments: readonly Instant[]) => Instant | undefined;
  /** Every part has to stop. */
  readonly last: (moments: readonly Instant[]) => Instant | undefined;
}

const lowest = (moments: readonly Instant[]): Instant | undefined =>
  moments.length > 0 ? Math.min(...moments) : undefined;
const highest = (moments: readonly Instant[]): Instant | undefined =>
  moments.length > 0 ? Math.max(...moments) : undefined;

/** The moment of the procedure from which the condition no longer holds; undefined when time alone never brings it. */
export function conditionClearsAt(
  condition: Condition,
  context: Context,
  scope: Scope,
): Instant | undefined {
  const atom: Atom = (fact, test, { medicine, ...rest }) => {
    if (fact === 'last_taken') {
      const from = medicine && waitsFrom(context, medicine);
      return from === undefined ? undefined : clearsAt(test, { instant: from }, context, rest);
    }
    const answer = context.intake.answers.get(fact);
    if (answer?.state !== 'answered' || isMedicineField(fact)) return undefined;
    const type = context.prepared.questions.get(fact)?.type;
    return clearsAt(test, momentOf(type, Number(answer.value)), context, rest);
  };
  return stops(condition, scope, { context, atom, first: lowest, last: highest });
}

/** The latest last dose of the medicine in scope with which the condition does not hold. */
export function latestLastDose(
  condition: Condition,
  context: Context,
  scope: Scope,
): Instant | undefined {
  const atom: Atom = (fact, test, inner) =>
    fact === 'last_taken' && inner.medicine?.position === scope.medicine?.position
      ? latestClear(test, context, inner)
      : undefined;
  return stops(condition, scope, { context, atom, first: highest, last: lowest });
}

function stops(condition: Condition, scope: Scope, joining: Joining): Instant | undefined {
  switch (condition.kind) {
    case 'test':
      return testStops(condition, scope, joining);
    case 'all':
      return joining.first(known(condition.of.map((each) => stops(each, scope, joining))));
    case 'any':
      return whole(holding(condition.of, scope, joining), joining);
    case 'none':
      return undefined;
    case 'medicines': {
      const moments = medicinesStop(condition.where, scope, joining);
      return condition.atLeast === 1 ? whole(moments, joining) : joining.first(known(moments));
    }
  }
}

function testStops(
  { fact, test }: Extract<Condition, { kind: 'test' }>,
  scope: Scope,
  joining: Joining,
): Instant | undefined {
  const definition = joining.context.prepared.definitions.get(fact);
  if (definition && !test.negated) return stops(definition.when, { needs: scope.needs }, joining);
  if (fact === 'in_table' && scope.row?.when) return stops(scope.row.when, scope, joining);
  return isTimeTest(test) && !test.negated ? joining.atom(fact, test, scope) : undefined;
}

function medicinesStop(
  where: Condition,
  { needs }: Scope,
  joining: Joining,
): (Instant | undefined)[] {
  const { context } = joining;
  return context.medicines
    .flatMap((medicine) => scopesFor(where, medicine, { context, scope: { needs } }))
    .flatMap((scope) => holding([where], scope, joining));
}

/** The moments of those parts that hold, or may hold, now. */
function holding(
  of: readonly Condition[],
  scope: Scope,
  joining: Joining,
): (Instant | undefined)[] {
  return of
    .filter((each) => evaluate(each, joining.context, scope) !== 'false')
    .map((each) => stops(each, scope, joining));
}

function whole(moments: readonly (Instant | undefined)[], { last }: Joining): Instant | undefined {
  return moments.includes(undefined) ? undefined : last(known(moments));
}

function known(moments: readonly (Instant | undefined)[]): Instant[] {
  return moments.filter((moment) => moment !== undefined);
}
