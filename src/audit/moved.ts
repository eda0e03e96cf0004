/** Thresholds moved by one unit: by one hour, one day, or one in the last digit that anyone writes. */
import { isReference, type Test } from '../rules/phrase.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { testsOf } from '../rules/rule-set.ts';
import { type Duration, formatDuration } from '../time/duration.ts';
import { allConditions } from './uses.ts';

export type Amount = number | Duration;

/** For each fact that is a number, and each `{parameter}` of it, the unit in which its thresholds are written. */
export type Units = ReadonlyMap<string, number>;

export function unitsOf(ruleSet: RuleSet): Units {
  const units = new Map<string, number>();
  for (const question of ruleSet.questions) {
    if (question.type !== 'number' || question.whole) continue;
    const [low, high] = question.between;
    if (high - low <= NARROW) units.set(question.id, 0.1);
  }
  for (const condition of allConditions(ruleSet)) {
    for (const { fact, test } of testsOf(condition)) {
      if (!('amount' in test)) continue;
      const { amount } = test;
      const value = isReference(amount) ? ruleSet.parameters[amount.ref]?.value : amount;
      if (typeof value === 'number')
        units.set(fact, Math.min(units.get(fact) ?? 1, 10 ** -digitsOf(value)));
    }
  }
  for (const [ref, fact] of referredBy(ruleSet)) units.set(`{${ref}}`, units.get(fact) ?? 1);
  return units;
}

/** The parameters, each with the fact that it is compared with. */
function* referredBy(ruleSet: RuleSet): Generator<readonly [string, string]> {
  for (const condition of allConditions(ruleSet)) {
    for (const { fact, test } of testsOf(condition)) {
      if ('amount' in test && isReference(test.amount)) yield [test.amount.ref, fact];
    }
  }
}

/** A number from so narrow a range is told with a decimal: a temperature in degrees. */
const NARROW = 40;

function digitsOf(value: number): number {
  return (String(value).split('.')[1] ?? '').length;
}

/** A number or a length of time, moved by one unit; undefined where nothing would be left of it. */
export function movedBy(amount: Amount, by: -1 | 1, unit = 1): Amount | undefined {
  if (typeof amount === 'number') {
    const digits = Math.max(digitsOf(amount), digitsOf(unit));
    return Number((amount + by * unit).toFixed(digits));
  }
  return amount.count + by > 0 ? { ...amount, count: amount.count + by } : undefined;
}

/** The test with another amount; undefined where it has none of that kind. */
export function withAmount(test: Test, amount: Amount): Test | undefined {
  if (test.is === 'time') return typeof amount === 'number' ? undefined : { ...test, amount };
  if (test.is === 'number' || test.is === 'count')
    return typeof amount === 'number' ? { ...test, amount } : undefined;
  return undefined;
}

/** "72 hours", or a number. */
export function amountText(amount: Amount): string {
  return typeof amount === 'number' ? String(amount) : formatDuration(amount);
}

/** The test with other values. */
export function withValues(test: Test, values: readonly (string | boolean)[]): Test {
  if (test.is === 'one-of') return { ...test, values };
  return test.is === 'includes' ? { ...test, values: values.map(String) } : test;
}
