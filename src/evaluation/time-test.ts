import { isReference, type Reference, type Test } from '../rules/phrase.ts';
import type { Question } from '../rules/schema/question.ts';
import { addToDay, type Day } from '../time/day.ts';
import { type Duration, exactMs, isCalendarUnit } from '../time/duration.ts';
import type { TableRow } from '../rules/rule-set.ts';
import type { Instant } from '../time/zone.ts';
import type { Context, Scope } from './context.ts';

export type TimeTest = Extract<Test, { is: 'time' | 'on-the-day' }>;

/** A moment, or a day of which the hour is not known. */
export type Moment = { readonly instant: Instant } | { readonly day: Day };

/** The moment that the answer to a question of this type tells. */
export function momentOf(type: Question['type'] | undefined, value: number): Moment {
  return type === 'date' ? { day: value } : { instant: value };
}

export function isTimeTest(test: Test): test is TimeTest {
  return test.is === 'time' || test.is === 'on-the-day';
}

/** A length of time that is named by itself, by a column of the row or by a parameter; undefined when the row leaves it out. */
export function amountIn(
  amount: Duration | Reference,
  row: TableRow | undefined,
  { prepared }: Context,
): Duration | undefined {
  if (!isReference(amount)) return amount;
  const value = row?.values[amount.ref] ?? prepared.parameters.get(amount.ref);
  if (value === undefined) return undefined;
  if (typeof value === 'object' && 'unit' in value) return value;
  throw new Error(`no length of time: ${JSON.stringify(amount)}`);
}

export function amountOf(amount: Duration | Reference, context: Context, { row }: Scope): Duration {
  const found = amountIn(amount, row, context);
  if (!found) throw new Error(`no length of time: ${JSON.stringify(amount)}`);
  return found;
}

/** Whether a row leaves the amount of a test out, so that the test asks for nothing. */
export function hasAmount(test: TimeTest, scope: Scope, context: Context): boolean {
  if (test.is !== 'time' || !isReference(test.amount)) return true;
  const { ref } = test.amount;
  return scope.row?.values[ref] !== undefined || context.prepared.parameters.has(ref);
}

/** Whether a known moment meets the test. Reaching an interval satisfies it. */
export function meets(test: TimeTest, moment: Moment, context: Context, scope: Scope): boolean {
  const day = dayOf(moment, context);
  if (test.is === 'on-the-day') return day === context.procedureDay;
  const amount = amountOf(test.amount, context, scope);
  if (test.side === 'after') {
    return day >= context.procedureDay && day < addToDay(context.procedureDay, amount);
  }
  if (test.op === 'further') return isFurther(moment, amount, context);
  const nearer = isNearer(moment, amount, context);
  if (test.op === 'at-least') return !nearer;
  return nearer && (test.op === 'nearer' || isBefore(moment, context));
}

function isNearer(moment: Moment, amount: Duration, context: Context): boolean {
  if (isCalendarUnit(amount.unit))
    return addToDay(dayOf(moment, context), amount) > context.procedureDay;
  return context.procedureAt - instantOf(moment, context) < exactMs(amount);
}

function isFurther(moment: Moment, amount: Duration, context: Context): boolean {
  if (isCalendarUnit(amount.unit))
    return addToDay(dayOf(moment, context), amount) < context.procedureDay;
  return context.procedureAt - instantOf(moment, context) > exactMs(amount);
}

function isBefore(moment: Moment, context: Context): boolean {
  return 'day' in moment
    ? moment.day <= context.procedureDay
    : moment.instant <= context.procedureAt;
}

export function dayOf(moment: Moment, { zone }: Context): Day {
  return 'day' in moment ? moment.day : zone.dayOf(moment.instant);
}

/** The last minute of a day of which the hour is not known: the cautious reading. */
function instantOf(moment: Moment, { zone }: Context): Instant {
  return 'instant' in moment
    ? moment.instant
    : zone.instantOf({ day: moment.day, minute: 1439 }, 'later');
}

/** The moment from which the test no longer holds, as the procedure moves later; undefined when that never comes. */
export function clearsAt(
  test: TimeTest,
  moment: Moment,
  context: Context,
  scope: Scope,
): Instant | undefined {
  const { zone } = context;
  const day = dayOf(moment, context);
  if (test.is === 'on-the-day') return zone.startOfDay(day + 1);
  if (test.side === 'after' || waitsForever(test)) return undefined;
  const amount = amountOf(test.amount, context, scope);
  if (isCalendarUnit(amount.unit)) return zone.startOfDay(addToDay(day, amount));
  return instantOf(moment, context) + exactMs(amount);
}

/** Whether a later procedure only makes the test hold the more. */
function waitsForever({ op }: Extract<TimeTest, { is: 'time' }>): boolean {
  return op === 'at-least' || op === 'further';
}

const MINUTE = 60_000;

/** The latest moment that does not meet the test; undefined when there is none. */
export function latestClear(test: TimeTest, context: Context, scope: Scope): Instant | undefined {
  const { zone, procedureDay } = context;
  if (test.is === 'on-the-day') return zone.startOfDay(procedureDay) - MINUTE;
  if (test.side === 'after' || waitsForever(test)) return undefined;
  const amount = amountOf(test.amount, context, scope);
  if (isCalendarUnit(amount.unit))
    return zone.startOfDay(lastDayBefore(procedureDay, amount) + 1) - MINUTE;
  return context.procedureAt - exactMs(amount);
}

/** The last day from which the amount reaches another day at most: a month before 30 June is 31 May. */
function lastDayBefore(day: Day, amount: Duration): Day {
  let last = addToDay(day, amount, -1);
  while (addToDay(last + 1, amount) <= day) last += 1;
  return last;
}
