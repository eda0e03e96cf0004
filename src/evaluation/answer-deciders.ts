/** Makes tests of answers into functions of what was answered. */
import { type Truth, truth } from '../logic/truth.ts';
import type { AnswerValue } from '../intake/answers.ts';
import { isReference, type Test } from '../rules/phrase.ts';
import { compare } from './compare.ts';
import type { Context, Scope } from './context.ts';
import type { Names } from './names.ts';
import { canBePaused } from './last-dose.ts';
import { isTimeTest, meets, type Moment, momentOf } from './time-test.ts';

type OfAnswer = (value: AnswerValue, context: Context, scope: Scope) => Truth;

export function answerDecider(fact: string, test: Test, names: Names): OfAnswer {
  switch (test.is) {
    case 'one-of': {
      const { values } = test;
      if (isReference(values)) throw new Error(`choices expected for ${fact}`);
      return (value) => truth(values.includes(typeof value === 'boolean' ? value : String(value)));
    }
    case 'includes': {
      const { values } = test;
      return (value) => truth(Array.isArray(value) && values.some((each) => value.includes(each)));
    }
    case 'count': {
      const limit = numberOf(test.amount, names);
      return (value) => truth(compare(test.op, counted(value), limit));
    }
    case 'number': {
      const limit = numberOf(test.amount, names);
      return (value) => truth(compare(test.op, Number(value), limit));
    }
    case 'time':
    case 'on-the-day':
    case 'after-last-dose':
      return momentDecider(fact, test, names);
    case 'answered':
      return () => 'true';
  }
}

function momentDecider(
  fact: string,
  test: Extract<Test, { is: 'time' | 'on-the-day' | 'after-last-dose' }>,
  { questions }: Names,
): OfAnswer {
  const type = questions.get(fact)?.type;
  if (!isTimeTest(test))
    return (value, context, scope) => afterLastDose(momentOf(type, Number(value)), context, scope);
  return (value, context, scope) =>
    truth(meets(test, momentOf(type, Number(value)), context, scope));
}

function counted(value: AnswerValue): number {
  return Array.isArray(value) ? value.filter((each) => each !== 'none').length : 0;
}

function numberOf(amount: number | { readonly ref: string }, { parameters }: Names): number {
  const value = isReference(amount) ? parameters.get(amount.ref) : amount;
  if (typeof value !== 'number') throw new Error(`no number: ${JSON.stringify(amount)}`);
  return value;
}

/** Whether a day lies after the day of the last dose: on that day itself, the order is not known. */
function afterLastDose(moment: Moment, context: Context, scope: Scope): Truth {
  const { medicine } = scope;
  if (!medicine) throw new Error('after the last dose is about a medicine');
  const last = canBePaused(context, medicine) ? context.screenedAt : medicine.given.last_taken;
  if (last === undefined) return 'unknown';
  const day = 'day' in moment ? moment.day : context.zone.dayOf(moment.instant);
  return truth(day > context.zone.dayOf(last));
}
