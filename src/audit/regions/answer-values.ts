/** The answers that a question can have, at least one from every region that the tests tell apart. */
import type { AnswerValue } from '../../intake/answers.ts';
import { isReference, type Test } from '../../rules/phrase.ts';
import type { Question } from '../../rules/schema/question.ts';
import type { Instant, Zone } from '../../time/zone.ts';
import { daysAround, momentsAround } from './moments.ts';
import { distinct, durationsOf } from './resolved-tests.ts';

export interface Surroundings {
  readonly procedureAt: Instant;
  readonly zone: Zone;
}

export function candidateValues(
  question: Question,
  tests: readonly Test[],
  around: Surroundings,
): AnswerValue[] {
  switch (question.type) {
    case 'yes-no':
      return [false, true];
    case 'choice':
      return Object.keys(question.choices);
    case 'list':
      return lists(Object.keys(question.choices), tests);
    case 'number':
      return numbers(question, tests);
    case 'date':
      return dates(tests, around);
    case 'date-time':
      return [...new Set(momentsAround(around.procedureAt, durationsOf(tests), around.zone))];
    case 'text':
      return ['text'];
    case 'medicines':
      return [['a medicine']];
  }
}

function dates(tests: readonly Test[], { procedureAt, zone }: Surroundings): number[] {
  const durations = durationsOf(tests);
  const exact = momentsAround(procedureAt, durations, zone).map((instant) => zone.dayOf(instant));
  const around = exact.flatMap((day) => [day, day - 1, day + 1]);
  return [...new Set([...daysAround(zone.dayOf(procedureAt), durations), ...around])];
}

/** The ends of the range, every threshold, a step on each side of it, and the middle between two. */
function numbers(
  { between: [low, high], whole }: Extract<Question, { type: 'number' }>,
  tests: readonly Test[],
): number[] {
  const limits = tests.flatMap((test) =>
    test.is === 'number' && !isReference(test.amount) ? [test.amount] : [],
  );
  const sorted = [...new Set([low, ...limits, high])].toSorted((a, b) => a - b);
  const step = whole ? 1 : Math.min(...sorted.map(stepOf));
  const steps = limits.flatMap((limit) => [rounded(limit - step), rounded(limit + step)]);
  const middles = sorted.flatMap((limit, index) => {
    const next = sorted[index + 1];
    if (next === undefined) return [];
    const middle = (limit + next) / 2;
    return [whole ? Math.floor(middle) : middle];
  });
  return [...limits, ...steps, low, high, ...middles].filter(
    (value) => value >= low && value <= high,
  );
}

/** One in the last digit that a threshold is written with, but at most a tenth. */
function stepOf(limit: number): number {
  const digits = (String(limit).split('.')[1] ?? '').length;
  return 10 ** -Math.max(1, digits);
}

function rounded(value: number): number {
  return Number(value.toFixed(6));
}

/** One list for every set of kinds of choices, and for every length that is counted. */
function lists(choices: readonly string[], tests: readonly Test[]): string[][] {
  const named = tests.flatMap((test) => (test.is === 'includes' ? [test.values] : []));
  const longest = Math.max(
    1,
    ...tests.flatMap((test) => (test.is === 'count' ? [limitOf(test) + 1] : [])),
  );
  const others = choices.filter((choice) => choice !== 'none');
  const kinds = new Map<string, string[]>();
  for (const choice of others) {
    const key = named.map((values) => Number(values.includes(choice))).join('');
    kinds.set(key, [...(kinds.get(key) ?? []), choice]);
  }
  let found: string[][] = [[]];
  for (const members of kinds.values()) {
    const most = Math.min(members.length, longest);
    found = found.flatMap((list) =>
      Array.from({ length: most + 1 }, (_, count) => [...list, ...members.slice(0, count)]),
    );
  }
  const filled = found.filter((list) => list.length > 0).map((list) => list.toSorted());
  const byLength = filled.toSorted((a, b) => a.length - b.length);
  return distinct(choices.includes('none') ? [['none'], ...byLength] : byLength);
}

function limitOf(test: Extract<Test, { is: 'count' }>): number {
  return isReference(test.amount) ? 2 : test.amount;
}
