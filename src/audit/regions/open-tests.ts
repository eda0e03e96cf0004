/**
 * Puts a test to all values that are still open, instead of to one after the other: what decides each of them is the
 * real evaluation, and those to which it says the same stay together.
 */
import { evaluate } from '../../evaluation/condition.ts';
import type { Context, Quiet, Scope, ScreenedMedicine } from '../../evaluation/context.ts';
import type { TestCondition } from '../../evaluation/partial-truth.ts';
import { agreed, routeOf } from '../../evaluation/screened-medicine.ts';
import type { Answer } from '../../intake/answers.ts';
import type { Truth } from '../../logic/truth.ts';
import { HIDDEN_PARTS, hiddenAnswer } from './hidden.ts';
import type { OpenPatient } from './open-patient.ts';
import { nobody } from './model.ts';
import { givenWith, isToldField, TIME_KEYS, type Times, type ToldField } from './open-values.ts';
import type { Supposed } from './taken.ts';

interface Viewed {
  readonly patient: OpenPatient;
  readonly bench: number;
  readonly supposed: Supposed;
  readonly continued: ReadonlySet<number>;
}

interface Asked {
  readonly scope: Scope;
  readonly quiet: Quiet;
}

/** The truth of a test on what is open; undefined when the test looks at something else. */
export function decideOpenly(
  viewed: Viewed,
  condition: TestCondition,
  asked: Asked,
): Truth | undefined {
  const { fact } = condition;
  const { medicine } = asked.scope;
  if (medicine?.position === 0 && (fact === 'last_taken' || fact === 'still_taking'))
    return ofTimes(viewed, condition, asked);
  if (medicine && isToldField(fact)) return ofTold(viewed, condition, asked, medicine.position);
  if (viewed.patient.model.nodes.has(fact)) return ofHidden(viewed, condition, asked);
  return undefined;
}

function ofTimes(
  { patient, bench, continued }: Viewed,
  condition: TestCondition,
  { scope, quiet }: Asked,
): Truth {
  const { name, known } = patient.identity(0);
  const own = known[bench];
  const base = baseOf(patient, bench);
  if (!own) throw new Error(`no bench ${bench}`);
  const { place } = patient;
  const isLast = condition.fact === 'last_taken';
  return patient.lookAtTimes({
    asked: `${askedBy(bench, condition, scope)} ${continued.has(0)} ${place}`,
    reads: isLast ? Object.values(TIME_KEYS) : [TIME_KEYS.stillTaking],
    answerOf: (times: Times): Truth => {
      const context: Context = {
        ...base,
        screenedAt: times.screenedAt,
        screenedDay: base.zone.dayOf(times.screenedAt),
        continued,
      };
      const medicine = { ...own, given: givenWith(name, times, place) };
      return evaluate(condition, context, { ...scope, medicine }, quiet);
    },
  }) as Truth;
}

function ofTold(
  { patient, bench }: Viewed,
  condition: TestCondition,
  { scope, quiet }: Asked,
  slot: number,
): Truth | undefined {
  const field = condition.fact as ToldField;
  const { name, known } = patient.identity(slot);
  const own = known[bench];
  if (!own) throw new Error(`no bench ${bench}`);
  const isJoint = field === 'route' || field === 'regimen';
  const isGiven = field === 'taken_for' || field === 'prescriber_agrees';
  // What the name tells by itself is not open, but where what was told may contradict it.
  if (!isGiven && !isJoint && own[field] !== undefined) return undefined;
  return patient.lookAtTold(slot, field, {
    asked: `${askedBy(bench, condition, scope)} ${field === 'route' ? own.known.local : ''} ${isJoint ? own[field] : ''}`,
    answerOf: (value): Truth => {
      const medicine = withTold(
        { ...own, given: { list: 'medications', index: 0, name } },
        field,
        value,
      );
      return evaluate(condition, baseOf(patient, bench), { ...scope, medicine }, quiet);
    },
  }) as Truth;
}

function withTold(medicine: ScreenedMedicine, field: ToldField, value: unknown): ScreenedMedicine {
  if (field === 'route' || field === 'regimen') {
    const joint = agreed(typeof value === 'string' ? value : undefined, medicine[field]);
    return { ...medicine, [field]: field === 'route' ? routeOf(joint, medicine.known) : joint };
  }
  if (value === undefined) return medicine;
  if (field === 'taken_for' || field === 'prescriber_agrees')
    return { ...medicine, given: { ...medicine.given, [field]: value } };
  return { ...medicine, [field]: value };
}

function ofHidden(
  { patient, bench, supposed }: Viewed,
  condition: TestCondition,
  { scope, quiet }: Asked,
): Truth {
  const { fact } = condition;
  return patient.lookAtKinds(fact, supposed, {
    asked: `${askedBy(bench, condition, {})} ${quiet}`,
    answerOf: (kinds): Truth => {
      const answers = new Map<string, Answer>();
      for (const part of HIDDEN_PARTS) {
        const answer = hiddenAnswer(kinds[bench] ?? 0, part);
        if (answer) answers.set(`${fact}~${part}`, answer);
      }
      const base = baseOf(patient, bench);
      const context: Context = { ...base, intake: { ...base.intake, answers }, decided: new Map() };
      return evaluate(condition, context, { needs: scope.needs }, quiet);
    },
  }) as Truth;
}

const BASES = new WeakMap<object, Context>();

/** A patient of whom nothing is known, to put the tests to. */
function baseOf({ model }: OpenPatient, index: number): Context {
  const bench = model.benches[index];
  if (!bench) throw new Error(`no bench ${index}`);
  let base = BASES.get(bench);
  if (!base) BASES.set(bench, (base = nobody(bench, model.healthy)));
  return base;
}

const NUMBERS = new WeakMap<object, number>();
let numbered = 0;

function numberOf(thing: object): number {
  let number = NUMBERS.get(thing);
  if (number === undefined) NUMBERS.set(thing, (number = numbered += 1));
  return number;
}

/** Equal texts, equal answers. */
function askedBy(bench: number, condition: TestCondition, { row }: Pick<Scope, 'row'>): string {
  return `${bench} ${numberOf(condition)} ${row ? numberOf(row) : ''}`;
}
