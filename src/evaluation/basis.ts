/** The basis of a decision: the answers that it rests on, and those that it still lacks. */
import { isReference } from '../rules/phrase.ts';
import {
  isMedicineField,
  type MedicineField,
  ROW_PREFIX,
  SCREENING_DAY,
} from '../rules/rule-set.ts';
import type { Condition } from '../rules/condition.ts';
import type { Question } from '../rules/schema/question.ts';
import { type Duration, exactMs, isCalendarUnit } from '../time/duration.ts';
import { formatDay } from '../time/day.ts';
import { evaluate } from './condition.ts';
import type { Context, Scope, ScreenedMedicine } from './context.ts';
import { lastDose } from './last-dose.ts';
import { scopesFor } from './table-lines.ts';
import {
  amountOf,
  dayOf,
  hasAmount,
  isTimeTest,
  type Moment,
  momentOf,
  type TimeTest,
} from './time-test.ts';

export type Because = Record<string, unknown>;

/** One test in a condition, with what it is about. */
interface Visited {
  readonly fact: string;
  readonly test: Extract<Condition, { kind: 'test' }>['test'];
  readonly scope: Scope;
}

/** The tests that have this truth and so give the condition its truth. */
function* visit(
  condition: Condition,
  truth: 'true' | 'unknown',
  context: Context,
  scope: Scope,
): Generator<Visited> {
  if (condition.kind === 'medicines') {
    const { where } = condition;
    for (const medicine of context.medicines) {
      for (const inner of scopesFor(where, medicine, { context, scope })) {
        if (evaluate(where, context, inner) === truth) yield* visit(where, truth, context, inner);
      }
    }
  } else if (condition.kind !== 'test') {
    if (condition.kind === 'none' && truth === 'true') return;
    for (const each of condition.of) {
      if (evaluate(each, context, scope) === truth) yield* visit(each, truth, context, scope);
    }
  } else if (evaluate(condition, context, scope) === truth) {
    const { fact, test } = condition;
    const definition = context.prepared.definitions.get(fact);
    if (definition && !test.negated)
      yield* visit(definition.when, truth, context, { needs: scope.needs });
    if (fact === 'in_table' && scope.row?.when) yield* visit(scope.row.when, truth, context, scope);
    yield { fact, test, scope };
  }
}

/** The answers, and the times between, that make the condition hold. */
export function becauseOf(condition: Condition, context: Context, scope: Scope): Because {
  const because: Because = {};
  for (const { fact, test, scope: inner } of visit(condition, 'true', context, scope)) {
    const own = inner.medicine === undefined || inner.medicine === scope.medicine;
    if (fact === 'last_taken' && inner.medicine) {
      if (own) Object.assign(because, doseTimes(inner.medicine, test, context, inner));
      continue;
    }
    if (isMedicineField(fact)) {
      const value = own && inner.medicine ? saidOf(fact, inner.medicine) : undefined;
      if (value !== undefined) because[fact] = value;
      if (!own && inner.medicine && fact === 'class') {
        because['with'] = inner.medicine.known.generic ?? inner.medicine.given.name;
      }
      continue;
    }
    if (fact.startsWith(ROW_PREFIX) || fact === SCREENING_DAY) continue;
    const answer = context.intake.answers.get(fact);
    if (answer?.state === 'answered') {
      const shown = shownAnswer(fact, answer.value, context);
      because[fact] = shown;
      if (isTimeTest(test)) {
        Object.assign(
          because,
          times(test, momentOf(typeOf(fact, context), Number(answer.value)), context, inner),
        );
      }
    } else if (context.prepared.definitions.has(fact)) because[fact] = 'yes';
  }
  return because;
}

function isAnswered(fact: string, { intake }: Context): boolean {
  return intake.answers.get(fact)?.state === 'answered';
}

/** An answer as the result shows it: dates and date-times in ISO form. */
function shownAnswer(fact: string, value: unknown, context: Context): unknown {
  const type = typeOf(fact, context);
  if (type === 'date') return formatDay(Number(value));
  return type === 'date-time' ? context.zone.format(Number(value)) : value;
}

function typeOf(fact: string, { prepared }: Context): Question['type'] | undefined {
  return prepared.questions.get(fact)?.type;
}

function saidOf(field: MedicineField, { given }: ScreenedMedicine): unknown {
  if (field === 'prescriber_agrees') return given.prescriber_agrees ?? false;
  return field === 'still_taking' ||
    field === 'taken_for' ||
    field === 'route' ||
    field === 'regimen'
    ? given[field]
    : undefined;
}

function doseTimes(
  medicine: ScreenedMedicine,
  test: Visited['test'],
  context: Context,
  scope: Scope,
): Because {
  const moment = lastDose(context, medicine)?.moments[0];
  if (moment === undefined) return {};
  const said: Because = {};
  if (medicine.given.last_taken !== undefined)
    said['last_taken'] = context.zone.format(medicine.given.last_taken);
  if (medicine.given.still_taking !== undefined) said['still_taking'] = medicine.given.still_taking;
  return { ...said, ...(isTimeTest(test) ? times(test, { instant: moment }, context, scope) : {}) };
}

/** The time between a moment and the procedure, in the unit of the rule, and what the rule asks for. */
function times(test: TimeTest, moment: Moment, context: Context, scope: Scope): Because {
  if (test.is !== 'time') return { when: 'on the day of the procedure' };
  if (!hasAmount(test, scope, context)) return {};
  const amount = amountOf(test.amount, context, scope);
  const side = test.side;
  if (isCalendarUnit(amount.unit)) {
    const days = context.procedureDay - dayOf(moment, context);
    return {
      [`days_${side}`]: side === 'before' ? days : -days,
      [`${amount.unit}_needed`]: amount.count,
    };
  }
  if (!('instant' in moment)) return {};
  const hours = (context.procedureAt - moment.instant) / 3_600_000;
  return { hours_before: Math.floor(hours * 100) / 100, hours_needed: hoursOf(amount) };
}

function hoursOf(amount: Duration): number {
  return exactMs(amount) / 3_600_000;
}

/** Something that a rule could not do without. */
export interface Lack {
  readonly fact: string;
  readonly medicine?: ScreenedMedicine;
}

/** What the condition lacks: fields of medicines, and the optional answers that the rule needs. */
export function lacksOf(condition: Condition, context: Context, scope: Scope): Lack[] {
  const lacks = new Map<string, Lack>();
  for (const { fact, test, scope: inner } of visit(condition, 'unknown', context, scope)) {
    const { medicine } = inner;
    if (isMedicineField(fact) && medicine) {
      const field =
        fact === 'last_taken' && medicine.given.last_taken !== undefined ? 'still_taking' : fact;
      if (fact !== 'in_table')
        lacks.set(`${medicine.position} ${field}`, { fact: field, medicine });
    } else if (test.is === 'after-last-dose' && medicine && isAnswered(fact, context)) {
      lacks.set(`${medicine.position} last_taken`, { fact: 'last_taken', medicine });
    } else if (scope.needs.has(fact) && !(test.is === 'one-of' && isReference(test.values))) {
      lacks.set(fact, { fact });
    }
  }
  return [...lacks.values()];
}
