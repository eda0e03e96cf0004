/** Decides conditions in three-valued logic over what was answered and what was not. */
import { allOf, anyOf, atLeast, not, or, type Truth, truth } from '../logic/truth.ts';
import { isReference, type Test } from '../rules/phrase.ts';
import { isMedicineField, type TableRow, ROW_PREFIX, SCREENING_DAY } from '../rules/rule-set.ts';
import type { Condition } from '../rules/condition.ts';
import { compare } from './compare.ts';
import { type Context, isOnTheDay, type Scope, type ScreenedMedicine } from './context.ts';
import { canBePaused } from './last-dose.ts';
import { inTable, medicineTruth, scopesFor } from './medicine-test.ts';
import { isTimeTest, meets, type Moment } from './time-test.ts';

/**
 * How to take an answer that is missing without the rule saying that it needs it (a missing required answer is a
 * finding of its own): left open, or as the answer that keeps the condition from holding.
 */
export type Quiet = 'open' | 'favourable' | 'unfavourable';

const FLIPPED = { open: 'open', favourable: 'unfavourable', unfavourable: 'favourable' } as const;

export function evaluate(
  condition: Condition,
  context: Context,
  scope: Scope,
  quiet: Quiet = 'open',
): Truth {
  switch (condition.kind) {
    case 'test':
      return testTruth(condition, context, scope, quiet);
    case 'all':
      return allOf(condition.of, (part) => evaluate(part, context, scope, quiet));
    case 'any':
      return anyOf(condition.of, (part) => evaluate(part, context, scope, quiet));
    case 'none':
      return not(anyOf(condition.of, (part) => evaluate(part, context, scope, FLIPPED[quiet])));
    case 'medicines':
      return condition.atLeast === 1
        ? anyOf(context.medicines, (medicine) =>
            holdsFor(condition.where, medicine, { context, scope, quiet }),
          )
        : atLeast(condition.atLeast, byIngredient(condition.where, { context, scope, quiet }));
  }
}

interface View {
  readonly context: Context;
  readonly scope: Scope;
  readonly quiet: Quiet;
}

/** Whether a condition holds for a medicine, in any of the table lines that it goes through. */
function holdsFor(
  where: Condition,
  medicine: ScreenedMedicine,
  { context, scope, quiet }: View,
): Truth {
  const scopes = scopesFor(where, medicine, { context, scope });
  return anyOf(scopes, (inner) => evaluate(where, context, inner, quiet));
}

/** One truth for each ingredient: two names for one drug are one, and a product of two drugs is two. */
function byIngredient(where: Condition, view: View): Truth[] {
  const truths = new Map<string, Truth[]>();
  for (const medicine of view.context.medicines) {
    for (const { name, classes } of medicine.known.ingredients) {
      const alone: ScreenedMedicine = {
        ...medicine,
        classes: new Set(classes),
        ingredients: new Set([name]),
      };
      truths.set(name, [...(truths.get(name) ?? []), holdsFor(where, alone, view)]);
    }
  }
  return [...truths.values()].map(or);
}

function testTruth(
  { fact, test }: Extract<Condition, { kind: 'test' }>,
  context: Context,
  scope: Scope,
  quiet: Quiet,
): Truth {
  if (fact === 'in_table') {
    if (!scope.medicine) throw new Error('in_table is about a medicine');
    return inTable(test, scope.medicine, { context, scope }, (when, row) =>
      evaluate(when, context, { ...scope, row }, quiet),
    );
  }
  const inner = test.negated ? FLIPPED[quiet] : quiet;
  const plain = plainTruth(fact, test, { context, scope, quiet: inner });
  return test.negated ? not(plain) : plain;
}

function plainTruth(fact: string, test: Test, view: View): Truth {
  const { context, scope, quiet } = view;
  const answer = context.intake.answers.get(fact);
  if (answer?.state === 'answered') {
    return test.is === 'answered' ? 'true' : answerTruth(fact, test, answer.value, view);
  }
  if (isMedicineField(fact)) {
    if (!scope.medicine) throw new Error(`${fact} is about a medicine`);
    return medicineTruth(fact, test, scope.medicine, { context, scope });
  }
  const { questions, definitions, lookups } = context.prepared;
  if (questions.has(fact)) {
    if (test.is === 'answered' || test.known || !applies(fact, context)) return 'false';
    if (quiet === 'open' || scope.needs.has(fact)) return 'unknown';
    return truth(quiet === 'unfavourable');
  }
  if (definitions.has(fact)) return definitionTruth(fact, test, view);
  if (lookups.has(fact)) return lookupTruth(fact, test, context);
  if (fact === SCREENING_DAY) return isOneOf(test, isOnTheDay(context) ? 'on-the-day' : 'before');
  if (fact.startsWith(ROW_PREFIX)) return rowTruth(fact, test, scope.row);
  throw new Error(`no fact ${fact}`);
}

function lookupTruth(fact: string, test: Test, { prepared, intake }: Context): Truth {
  const lookup = prepared.lookups.get(fact);
  const from = lookup && intake.answers.get(lookup.from);
  const value = from?.state === 'answered' ? lookup?.values[String(from.value)] : undefined;
  return value === undefined ? 'unknown' : isOneOf(test, value);
}

/** A question that does not apply to this patient counts as not meeting a test, instead of as unanswered. */
function applies(fact: string, context: Context): boolean {
  const question = context.prepared.questions.get(fact);
  return !question?.when || evaluate(question.when, context, { needs: new Set() }) !== 'false';
}

function definitionTruth(fact: string, test: Test, { context, scope, quiet }: View): Truth {
  const wanted = isOneOf(test, true) === 'true';
  const inner = wanted ? quiet : FLIPPED[quiet];
  const key = `${fact} ${inner}`;
  // What the rule at hand needs counts otherwise than for all others, so it is decided for that rule alone.
  const shared = scope.needs.size === 0;
  let decided = shared ? context.decided.get(key) : undefined;
  if (decided === undefined) {
    const definition = context.prepared.definitions.get(fact);
    if (!definition) throw new Error(`no definition ${fact}`);
    decided = evaluate(definition.when, context, { needs: scope.needs }, inner);
    if (shared) context.decided.set(key, decided);
  }
  return wanted ? decided : not(decided);
}

function rowTruth(fact: string, test: Test, row: TableRow | undefined): Truth {
  const cell = row?.values[fact.slice(ROW_PREFIX.length)];
  if (test.is === 'answered') return truth(cell !== undefined);
  return typeof cell === 'string' ? isOneOf(test, cell) : 'false';
}

function isOneOf(test: Test, value: string | boolean): Truth {
  if (test.is !== 'one-of' || isReference(test.values))
    throw new Error(`choices expected, not ${test.is}`);
  return truth(test.values.includes(value));
}

function answerTruth(
  fact: string,
  test: Test,
  value: boolean | number | string | readonly string[],
  { context, scope }: View,
): Truth {
  if (test.is === 'one-of')
    return isOneOf(test, typeof value === 'boolean' ? value : String(value));
  if (test.is === 'includes')
    return truth(Array.isArray(value) && test.values.some((each) => value.includes(each)));
  if (test.is === 'count') {
    const count = Array.isArray(value) ? value.filter((each) => each !== 'none').length : 0;
    return truth(compare(test.op, count, numberOf(test.amount, context)));
  }
  if (test.is === 'number')
    return truth(compare(test.op, Number(value), numberOf(test.amount, context)));
  const moment = momentOf(fact, Number(value), context);
  if (isTimeTest(test)) return truth(meets(test, moment, context, scope));
  if (test.is === 'after-last-dose') return afterLastDose(moment, context, scope);
  throw new Error(`${fact} cannot be put to ${test.is}`);
}

function numberOf(amount: number | { readonly ref: string }, { prepared }: Context): number {
  const value = isReference(amount) ? prepared.parameters.get(amount.ref) : amount;
  if (typeof value !== 'number') throw new Error(`no number: ${JSON.stringify(amount)}`);
  return value;
}

/** The moment that the answer to a date question tells. */
export function momentOf(fact: string, value: number, { prepared }: Context): Moment {
  return prepared.questions.get(fact)?.type === 'date' ? { day: value } : { instant: value };
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
