/** Conditions that differ from a given one by a slip of the pen, of every kind that is easily made. */
import { isReference, type Comparison, type Test } from '../../rules/phrase.ts';
import type { Condition } from '../../rules/condition.ts';
import { testText } from '../../rules/test-text.ts';
import { amountText, movedBy, type Units, withAmount, withValues } from '../moved.ts';

export interface Slip {
  /** "dropped `last_drink.kind: clear`". */
  readonly what: string;
  readonly now: Condition;
}

export function* slips(condition: Condition, units: Units): Generator<Slip> {
  if (condition.kind === 'test') {
    const { fact, test } = condition;
    for (const { what, now } of testSlips(fact, test, units))
      yield { what: `\`${fact}: ${testText(test)}\` ${what}`, now: { ...condition, test: now } };
    return;
  }
  if (condition.kind === 'medicines') {
    for (const { what, now } of slips(condition.where, units))
      yield { what, now: { ...condition, where: now } };
    return;
  }
  const { of, kind } = condition;
  if (of.length > 1 && kind !== 'none') {
    const other = kind === 'all' ? 'any' : 'all';
    yield {
      what: `\`${kind}\` of ${of.length} became \`${other}\``,
      now: { ...condition, kind: other },
    };
  }
  for (const [index, part] of of.entries()) {
    if (of.length > 1)
      yield { what: `dropped ${nameOf(part)}`, now: { ...condition, of: of.toSpliced(index, 1) } };
    for (const { what, now } of slips(part, units))
      yield { what, now: { ...condition, of: of.with(index, now) } };
  }
}

function nameOf(part: Condition): string {
  if (part.kind === 'test') return `\`${part.fact}: ${testText(part.test)}\``;
  return part.kind === 'medicines' ? 'the other medicine' : `\`${part.kind}:\``;
}

interface TestSlip {
  readonly what: string;
  readonly now: Test;
}

function* testSlips(fact: string, test: Test, units: Units): Generator<TestSlip> {
  const { negated, ...plain } = test;
  // A table line may lack the column that a length of time refers to: then there is nothing to turn round.
  if (!('amount' in test && isReference(test.amount)))
    yield { what: 'negated', now: negated ? plain : { ...test, negated: true } };
  yield* thresholdSlips(fact, test, units);
  if ((test.is === 'one-of' || test.is === 'includes') && !isReference(test.values)) {
    const { values } = test;
    if (values.length < 2) return;
    for (const value of values) {
      const left = values.filter((each) => each !== value);
      yield { what: `without \`${String(value)}\``, now: withValues(test, left) };
    }
  }
}

const NEIGHBOURS: Readonly<Record<Comparison, Comparison>> = {
  'at-least': 'more-than',
  'more-than': 'at-least',
  'at-most': 'less-than',
  'less-than': 'at-most',
};

function* thresholdSlips(fact: string, test: Test, units: Units): Generator<TestSlip> {
  if (test.is === 'number' || test.is === 'count') {
    const op = NEIGHBOURS[test.op];
    yield { what: `became ${op.replace('-', ' ')}`, now: { ...test, op } };
  }
  if (!('amount' in test) || isReference(test.amount)) return;
  for (const by of [-1, 1] as const) {
    const moved = movedBy(test.amount, by, units.get(fact));
    const now = moved === undefined ? undefined : withAmount(test, moved);
    if (now && moved !== undefined) yield { what: `moved to ${amountText(moved)}`, now };
  }
}
