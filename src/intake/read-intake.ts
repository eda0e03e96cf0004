import type { RuleSet } from '../rules/rule-set.ts';
import type { Path } from '../source/document.ts';
import { parseDay } from '../time/day.ts';
import { parseInstant } from '../time/parse-time.ts';
import type { Instant, Zone } from '../time/zone.ts';
import type { Answer, Intake, IntakeMedicine } from './answers.ts';
import { found, type IntakeFault } from './fault.ts';
import { type Field, flatten, isObject } from './flatten.ts';
import { readMedicines } from './read-medicine.ts';
import { askedQuestions, readAnswer, stateOf } from './read-answer.ts';
import type { Clock } from './read-value.ts';

export type IntakeReading =
  | { readonly ok: true; readonly intake: Intake }
  | {
      readonly ok: false;
      readonly id: string | undefined;
      readonly faults: readonly IntakeFault[];
    };

export interface ReadingOptions {
  readonly zone: Zone;
  /** Stands in place of `screened_at`, when given. */
  readonly asOf: Instant | undefined;
  readonly now: Instant;
}

/** The facts without which an intake is about nobody, or about no procedure. */
const IDENTITY = ['id', 'procedure.type', 'procedure.at'] as const;

/** Reads one patient's answers as given; every fault of them at once. */
export function readIntake(raw: unknown, ruleSet: RuleSet, options: ReadingOptions): IntakeReading {
  if (!isObject(raw)) {
    const message = `found ${found(raw)}, expected the answers of one patient`;
    return {
      ok: false,
      id: undefined,
      faults: [{ code: 'not-an-object', path: [], field: '', message }],
    };
  }
  const questions = askedQuestions(ruleSet);
  const { fields, faults: flattening } = flatten(raw, questions);
  const faults = [...flattening];
  const screened = screening(fields.get('screened_at'), options);
  if ('fault' in screened) faults.push(screened.fault);
  const { zone } = options;
  const screenedAt = 'fault' in screened ? options.now : screened.at;
  const { answers, medicines } = readAnswers(fields, questions, {
    clock: { zone, screenedAt, ...livedFor(fields.get('patient.age_years')) },
    faults,
  });
  faults.push(...orderFaults(answers, fields, ruleSet), ...identityFaults(answers, faults));
  const id = textOf(answers.get('id'));
  const at = momentOf(answers.get('procedure.at'));
  if (faults.length > 0 || id === undefined || at === undefined) return { ok: false, id, faults };
  const daysBack = zone.dayOf(screenedAt) - zone.dayOf(at);
  if (daysBack > 0)
    return { ok: false, id, faults: [pastProcedure(fields.get('procedure.at'), daysBack)] };
  return {
    ok: true,
    intake: { id, procedure_at: at, screened_at: screenedAt, answers, medicines },
  };
}

function livedFor(age: Field | undefined): Pick<Clock, 'yearsBack'> {
  return typeof age?.value === 'number' && age.value >= 0 ? { yearsBack: age.value + 1 } : {};
}

/** What was said to each question; what is wrong with it is added to the faults. */
function readAnswers(
  fields: ReadonlyMap<string, Field>,
  questions: ReturnType<typeof askedQuestions>,
  { clock, faults }: { readonly clock: Clock; readonly faults: IntakeFault[] },
): { readonly answers: Map<string, Answer>; readonly medicines: IntakeMedicine[] } {
  const answers = new Map<string, Answer>();
  const medicines: IntakeMedicine[] = [];
  for (const field of fields.values()) {
    const asked = questions.get(field.name);
    if (!asked || field.name === 'screened_at') continue;
    const { question, known } = asked;
    if (question.type === 'medicines') {
      const read = readMedicineAnswer(field, clock);
      for (const medicine of read.medicines) medicines.push(medicine);
      for (const fault of read.faults) faults.push(fault);
      if (read.answer) answers.set(field.name, read.answer);
    } else {
      const read = readAnswer(question, known, field.value, clock);
      if ('fault' in read) faults.push({ ...read.fault, path: field.path, field: field.name });
      else if (read.value) answers.set(field.name, read.value);
    }
  }
  return { answers, medicines };
}

function readMedicineAnswer(
  { name, value, path }: Field,
  clock: Clock,
): {
  readonly answer?: Answer;
  readonly medicines: readonly IntakeMedicine[];
  readonly faults: readonly IntakeFault[];
} {
  const state = stateOf(value);
  if (state === 'absent') return { medicines: [], faults: [] };
  if (state !== 'answered') return { answer: { state }, medicines: [], faults: [] };
  const list = name === 'supplements' ? 'supplements' : 'medications';
  const { medicines, faults } = readMedicines(list, value, clock);
  return {
    answer: { state, value: medicines.map((each) => each.name) },
    medicines,
    faults: faults.map((fault) => ({ ...fault, path: rebase(fault.path, path) })),
  };
}

function screening(
  field: Field | undefined,
  { zone, asOf, now }: ReadingOptions,
): { readonly at: Instant } | { readonly fault: IntakeFault } {
  const given = field && stateOf(field.value) === 'answered' ? field.value : undefined;
  const onlyDay = typeof given === 'string' && parseDay(given.trim()) !== undefined;
  // Another moment counts then, whatever the hour was.
  if (onlyDay && asOf !== undefined) return { at: asOf };
  const at = typeof given === 'string' ? parseInstant(given, zone, 'earlier') : undefined;
  if (given !== undefined && at === undefined && field) {
    return {
      fault: {
        code: 'not-a-date',
        path: field.path,
        field: field.name,
        message: `found ${found(given)}, expected a date with its hour`,
        help: onlyDay
          ? 'the hour is missing: write it like 2026-11-20T14:30, or give one moment for all by --as-of'
          : 'write it like 2026-11-20T14:30',
      },
    };
  }
  if (at !== undefined && field && !isThisCentury(at)) {
    return {
      fault: {
        code: 'implausible-value',
        path: field.path,
        field: field.name,
        message: 'found a year that cannot be meant',
        help: 'look for a slip in the year',
      },
    };
  }
  return { at: asOf ?? at ?? now };
}

/** From 2000 up to 2100. */
function isThisCentury(at: Instant): boolean {
  return at >= 946_684_800_000 && at < 4_102_444_800_000;
}

function identityFaults(
  answers: ReadonlyMap<string, Answer>,
  faults: readonly IntakeFault[],
): IntakeFault[] {
  return IDENTITY.filter(
    (field) =>
      answers.get(field)?.state !== 'answered' && !faults.some((fault) => fault.field === field),
  ).map((field) => ({
    code: 'missing-field',
    path: [],
    field,
    message: `\`${field}\` is missing; without it nothing can be decided`,
  }));
}

/** Of two numbers of which one lies below the other, the one that does not. */
function orderFaults(
  answers: ReadonlyMap<string, Answer>,
  fields: ReadonlyMap<string, Field>,
  { questions }: RuleSet,
): IntakeFault[] {
  const faults: IntakeFault[] = [];
  for (const question of questions) {
    const above = question.type === 'number' ? question.less_than : undefined;
    if (above === undefined) continue;
    const [low, high] = [answers.get(question.id), answers.get(above)];
    if (low?.state !== 'answered' || high?.state !== 'answered' || low.value < high.value) continue;
    faults.push({
      code: 'implausible-value',
      path: fields.get(question.id)?.path ?? [],
      field: question.id,
      message: `found ${found(low.value)}, expected less than \`${above}\`, which is ${found(high.value)}`,
      help: 'look for the two swapped, or a slip in one of them',
    });
  }
  return faults;
}

/** So far back that it is a slip of the pen, and no screening decided afterwards. */
const DAYS_BACK = 3653;

function pastProcedure(field: Field | undefined, daysBack: number): IntakeFault {
  const at = { path: field?.path ?? [], field: 'procedure.at' };
  if (daysBack > DAYS_BACK) {
    const message = 'found a year that cannot be meant';
    return { ...at, code: 'implausible-value', message, help: 'look for a slip in the year' };
  }
  return {
    ...at,
    code: 'in-the-past',
    message: 'the procedure lies on a day before the screening',
    help: 'to decide it as of an earlier moment, give --as-of',
  };
}

function momentOf(answer: Answer | undefined): Instant | undefined {
  return answer?.state === 'answered' && typeof answer.value === 'number'
    ? answer.value
    : undefined;
}

function textOf(answer: Answer | undefined): string | undefined {
  return answer?.state === 'answered' && typeof answer.value === 'string'
    ? answer.value
    : undefined;
}

function rebase(path: Path, base: Path): Path {
  return [...base, ...path.slice(1)];
}
