/** The tests of a rule or a definition, each where it stands. */
import type { PreparedRules } from '../../evaluation/context.ts';
import type { Condition } from '../../rules/condition.ts';
import { type Leaf, replaced } from '../condition-tree.ts';
import type { Units } from '../moved.ts';
import { testsIn, type truthsOf, type Unit, withClause } from '../unit.ts';
import { type Spans, testPlace } from './places.ts';
import type { Target } from './target.ts';

/** What targets are made from. */
export interface Ground {
  readonly prepared: PreparedRules;
  readonly units: Units;
  readonly spans: Spans;
}

/** A test where it stands, and the unit with something else in its place. */
export interface PlacedTest {
  readonly unit: Unit;
  readonly leaf: Leaf;
  readonly at: Parameters<typeof truthsOf>[1];
  readonly with: (now: Condition) => Unit;
  readonly common: Pick<Target, 'of' | 'span'>;
}

export function placedTests(unit: Unit, { prepared, spans }: Ground): PlacedTest[] {
  const counts = new Map<string, number>();
  return testsIn(unit).map(({ part: leaf, clause, steps }) => {
    const { key } = clause;
    const nth = counts.get(`${key} ${leaf.fact}`) ?? 0;
    counts.set(`${key} ${leaf.fact}`, nth + 1);
    return {
      unit,
      leaf,
      at: { clause, steps },
      with: (now) =>
        withClause(unit, { key, condition: replaced(clause.condition, steps, now) }, prepared),
      common: { of: unit.id, span: testPlace(unit, { key, fact: leaf.fact, nth }, spans) },
    };
  });
}

