/** The answers of any patient as variables of an SMT solver: moments in minutes from the procedure, days by number. */
import type { Context } from '../../src/evaluation/context.ts';
import type { AnswerValue } from '../../src/intake/answers.ts';
import { isReference, type Test } from '../../src/rules/phrase.ts';
import type { Question } from '../../src/rules/schema/question.ts';
import { addToDay } from '../../src/time/day.ts';
import { type Duration, exactMs, isCalendarUnit } from '../../src/time/duration.ts';
import { dayStarts } from './smt-days.ts';
import { and, number, or, same, turned } from './smt-text.ts';

const MINUTE = 60_000;
/** How far from the procedure a day can lie. */
const DAYS = 4000;
const SIGN = { 'at-least': '>=', 'at-most': '<=', 'more-than': '>', 'less-than': '<' } as const;
/** An intake without the first is invalid; the others are filled in from the site. */
const ALWAYS = new Set([
  'procedure.type',
  'procedure.sedation',
  'procedure.steroid',
  'procedure.contrast',
]);

/** Thrown for what this encoding has no words for. */
export class NotExpressible extends Error {}

export class SmtPatient {
  readonly prepared: Context['prepared'];
  readonly #base: Context;
  readonly #declared = new Map<string, readonly string[]>();

  /** `base`: a patient before the procedure, of whom nothing is known. */
  constructor(base: Context) {
    this.prepared = base.prepared;
    this.#base = base;
    const latest = this.#minutes(base.zone.startOfDay(base.procedureDay + 1));
    this.declare('screened', 'Int', [
      `(< screened ${latest})`,
      `(> screened ${number(-DAYS * 1440)})`,
    ]);
  }

  /** The declarations of all that was asked for. */
  get text(): string {
    return [...this.#declared.values()].flat().join('\n');
  }

  get isOnTheDay(): string {
    return `(>= screened ${number(this.#minutes(this.#base.zone.startOfDay(this.#base.procedureDay)))})`;
  }

  isAnswered(fact: string): string {
    if (ALWAYS.has(fact)) return 'true';
    this.#value(fact);
    return this.declare(`answered ${fact}`, 'Bool', []);
  }

  isAnswer(fact: string, answer: string | boolean): string {
    const value = this.#value(fact);
    const question = this.#question(fact);
    if (question.type === 'yes-no') return same(value, answer === true || answer === 'true');
    return `(= ${value} ${choicesOf(question).indexOf(String(answer))})`;
  }

  isValue(fact: string, answer: AnswerValue): string {
    const value = this.#value(fact);
    const question = this.#question(fact);
    if (question.type === 'list')
      return and(
        choicesOf(question).map((word) =>
          same(this.#has(fact, word), [answer].flat().includes(word)),
        ),
      );
    if (question.type === 'number' || question.type === 'date')
      return `(= ${value} ${number(Number(answer))})`;
    if (question.type === 'date-time')
      return `(= ${value} ${number(this.#minutes(Number(answer)))})`;
    return this.isAnswer(fact, answer === true || answer === false ? answer : String(answer));
  }

  /** Whether the answer meets the test; an amount that is left out asks for nothing. */
  meets(fact: string, test: Test | undefined): string {
    if (!test) return 'false';
    const value = this.#value(fact);
    const question = this.#question(fact);
    switch (test.is) {
      case 'answered':
        return 'true';
      case 'one-of':
        if (isReference(test.values)) throw new Error(`words of a column for ${fact}`);
        return or(
          test.values.flatMap((word) =>
            question.type === 'yes-no' || choicesOf(question).includes(String(word))
              ? this.isAnswer(fact, word)
              : [],
          ),
        );
      case 'includes':
        return or(test.values.map((word) => this.#has(fact, word)));
      case 'count': {
        const all = choicesOf(question).filter((word) => word !== 'none');
        const count = `(+ 0 ${all.map((word) => `(ite ${this.#has(fact, word)} 1 0)`).join(' ')})`;
        return `(${SIGN[test.op]} ${count} ${number(Number(test.amount))})`;
      }
      case 'number':
        return this.compared(value, test);
      case 'time':
      case 'on-the-day':
        return question.type === 'date'
          ? this.#dayMeets(value, test)
          : this.momentMeets(value, test);
      case 'after-last-dose':
        throw new Error('a last dose without its medicine');
    }
  }

  compared(value: string, { op, amount }: Extract<Test, { is: 'number' }>): string {
    return `(${SIGN[op]} ${value} ${number(Number(amount))})`;
  }

  /** A moment in minutes; a test of days is put to the day that it falls on. */
  momentMeets(value: string, test: Test): string {
    const { zone, procedureDay } = this.#base;
    if (test.is === 'time' && isReference(test.amount))
      throw new Error('an amount that stands for nothing');
    if (
      test.is === 'time' &&
      test.side === 'before' &&
      !isCalendarUnit((test.amount as Duration).unit)
    ) {
      const limit = number(-exactMs(test.amount as Duration) / MINUTE);
      if (test.op === 'further') return `(< ${value} ${limit})`;
      const nearer = `(> ${value} ${limit})`;
      if (test.op === 'at-least') return turned(nearer);
      return test.op === 'nearer' ? nearer : and([nearer, `(<= ${value} 0)`]);
    }
    const since = (day: number): string =>
      `(>= ${value} ${number(this.#minutes(zone.startOfDay(day)))})`;
    const before = test.is === 'time' && test.op === 'within' && test.side === 'before';
    return and([days(test, procedureDay, since), ...(before ? [`(<= ${value} 0)`] : [])]);
  }

  /** A day of which the hour is not known counts as its last minute. */
  #dayMeets(value: string, test: Test): string {
    const { zone, procedureDay } = this.#base;
    const since = (day: number): string => `(>= ${value} ${number(day)})`;
    if (
      test.is === 'time' &&
      test.side === 'before' &&
      !isCalendarUnit((test.amount as Duration).unit)
    ) {
      const limit = -exactMs(test.amount as Duration) / MINUTE;
      const last = (day: number): number => this.#minutes(zone.startOfDay(day + 1)) - 1;
      const nearer = since(first((day) => last(day) > limit, procedureDay));
      if (test.op === 'further')
        return turned(since(first((day) => last(day) >= limit, procedureDay)));
      if (test.op === 'at-least') return turned(nearer);
      return and([nearer, ...(test.op === 'within' ? [turned(since(procedureDay + 1))] : [])]);
    }
    const before = test.is === 'time' && test.op === 'within' && test.side === 'before';
    return and([
      days(test, procedureDay, since),
      ...(before ? [turned(since(procedureDay + 1))] : []),
    ]);
  }

  isKind(id: string, kind: number): string {
    const name = `hidden ${id.replaceAll(/[|\\]/g, ' ')}`;
    return `(= ${this.declare(name, 'Int', [`(<= 0 |${name}| 5)`])} ${kind})`;
  }

  #has(fact: string, word: string): string {
    this.#value(fact);
    return `|${fact} has ${word}|`;
  }

  /** Declares the answer to a question. */
  #value(fact: string): string {
    const question = this.#question(fact);
    const name = `answer ${fact}`;
    const quoted = `|${name}|`;
    switch (question.type) {
      case 'yes-no':
        return this.declare(name, 'Bool', []);
      case 'choice':
        return this.declare(name, 'Int', [`(<= 0 ${quoted} ${choicesOf(question).length - 1})`]);
      case 'list': {
        const has = choicesOf(question).map((word) =>
          this.declare(`${fact} has ${word}`, 'Bool', []),
        );
        const none = `|${fact} has none|`;
        const others = has.filter((each) => each !== none);
        const alone = has.length > others.length ? [`(=> ${none} ${turned(or(others))})`] : [];
        return this.declare(name, 'Bool', [or(has), ...alone]);
      }
      case 'number': {
        const [low, high] = question.between;
        return this.declare(name, question.whole ? 'Int' : 'Real', [
          `(<= ${number(low)} ${quoted} ${number(high)})`,
        ]);
      }
      case 'date':
        return this.declare(name, 'Int', this.#dates(question.direction, quoted));
      case 'date-time':
        return this.declare(name, 'Int', this.#moments(question.direction, quoted));
      case 'text':
      case 'medicines':
        return this.declare(name, 'Bool', []);
    }
  }

  /** Whether an answer that is a day lies after the day of a moment. */
  isDayAfter(fact: string, moment: string): string {
    const { type } = this.#question(fact);
    if (type !== 'date') throw new NotExpressible(`a ${type} beside the day of another moment`);
    return `(< ${moment} ${this.#startOf(this.#value(fact))})`;
  }

  #dates(direction: string, name: string): string[] {
    const { procedureDay } = this.#base;
    const within = [`(< ${procedureDay - DAYS} ${name} ${procedureDay + DAYS})`];
    if (direction === 'past') return [...within, `(>= |screened| ${this.#startOf(name)})`];
    const tomorrow = `(+ ${name} 1)`;
    return direction === 'future'
      ? [...within, `(< |screened| ${this.#startOf(tomorrow)})`]
      : within;
  }

  #startOf(day: string): string {
    const name = '|start of day|';
    if (!this.#declared.has(name)) this.#declared.set(name, [dayStarts(name, this.#base, DAYS)]);
    return `(${name} ${day})`;
  }

  #moments(direction: string, name: string): string[] {
    const within = [`(< ${number(-DAYS * 1440)} ${name} ${DAYS * 1440})`];
    if (direction === 'past') return [...within, `(<= ${name} screened)`];
    return within;
  }

  #minutes(instant: number): number {
    return Math.round((instant - this.#base.procedureAt) / MINUTE);
  }

  #question(fact: string): Question {
    const question = this.prepared.questions.get(fact);
    if (!question) throw new Error(`no question ${fact}`);
    return question;
  }

  /** Declares a variable once, with what holds of it. */
  declare(name: string, sort: string, holds: readonly string[]): string {
    if (!this.#declared.has(name))
      this.#declared.set(name, [
        `(declare-const |${name}| ${sort})`,
        ...holds.map((each) => `(assert ${each})`),
      ]);
    return `|${name}|`;
  }
}

/** A test of calendar days, from the days since which something holds. */
function days(test: Test, procedureDay: number, since: (day: number) => string): string {
  if (test.is === 'on-the-day') return and([since(procedureDay), turned(since(procedureDay + 1))]);
  if (test.is !== 'time' || isReference(test.amount)) throw new Error(`${test.is} of a moment`);
  const { amount, op, side } = test;
  if (side === 'after')
    return and([since(procedureDay), turned(since(addToDay(procedureDay, amount)))]);
  const after = (day: number): number => addToDay(day, amount);
  if (op === 'further')
    return turned(since(first((day) => after(day) >= procedureDay, procedureDay)));
  const nearer = since(first((day) => after(day) > procedureDay, procedureDay));
  return op === 'at-least' ? turned(nearer) : nearer;
}

/** The first day of which it holds, of those around the procedure; from then on it holds of all. */
function first(holds: (day: number) => boolean, around: number): number {
  let [low, high] = [around - 20_000, around + 20_000];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function choicesOf(question: Question): string[] {
  return 'choices' in question ? Object.keys(question.choices) : [];
}
