/** Takes up answers that were given elsewhere or earlier: an intake file, or a draft. What cannot be used is asked again. */
import { readCell } from '../intake/medicine-cell.ts';
import { flatten, isObject } from '../intake/flatten.ts';
import type { Question } from '../rules/schema/question.ts';
import type { Path } from '../source/document.ts';
import type { Instant } from '../time/zone.ts';
import type { Said } from './session.ts';
import { readAnswers, standingOf, type Tools } from './standing.ts';
import {
  type InterviewState,
  isAnswered,
  MEDICINE_LISTS,
  medicinesOf,
  NOTHING_ASKED,
  withAnswer,
  withMedicines,
  withoutAnswers,
  withSettled,
} from './state.ts';

export interface Admitted {
  readonly state: InterviewState;
  readonly said: readonly Said[];
}

/** The answers of an intake file, nested or flat. A list of medicines that stands in it is complete. */
export function admitIntake(raw: Readonly<Record<string, unknown>>, tools: Tools): Admitted {
  const known = new Set(tools.screener.prepared.questions.keys());
  const fields = [...flatten(raw, known).fields.values()].filter(
    ({ name }) => name !== 'screened_at',
  );
  const answers = Object.fromEntries(
    fields.map(({ name, value }) => [name, isList(name) ? medicineList(value) : value]),
  );
  const lists = MEDICINE_LISTS.filter((list) => Array.isArray(answers[list]));
  return admit(lists.reduce(withSettled, { ...NOTHING_ASKED, answers }), tools);
}

/** Takes out what `check` would not take. */
export function admit(state: InterviewState, tools: Tools): Admitted {
  const reading = readAnswers(state, tools);
  const faults = reading.ok ? [] : reading.faults;
  const fault = faults.find(({ path, field }) => path.length > 0 || isAnswered(state, field));
  if (!fault) return { state, said: [] };
  const rest = admit(without(state, fault.path.length > 0 ? fault.path : [fault.field]), tools);
  const help = fault.help === undefined ? '' : ` (${fault.help})`;
  const text = `Asked again, since it cannot be used: ${fault.field}: ${fault.message.replaceAll('`', '')}${help}.`;
  return { state: rest.state, said: [{ is: 'note', text }, ...rest.said] };
}

/** Answers of an earlier day, taken up on the day of the procedure: what can have changed since is asked again. */
export function withoutStale(state: InterviewState, givenAt: Instant, tools: Tools): Admitted {
  const { zone, prepared } = tools.screener;
  const standing = standingOf(state, tools);
  const today = zone.dayOf(tools.now);
  if (!standing || standing.context.procedureDay !== today || zone.dayOf(givenAt) === today)
    return { state, said: [] };
  const stale = prepared.ruleSet.questions.filter(
    (question) => isForTheDay(question) && isAnswered(state, question.id),
  );
  const forgotten = withoutAnswers(
    state,
    stale.map(({ id }) => id),
  );
  const left = MEDICINE_LISTS.reduce(withoutLastDoses, forgotten);
  const text = 'These answers are of an earlier day: what can have changed since is asked again.';
  return {
    state: left,
    said: stale.length > 0 || left !== forgotten ? [{ is: 'note', text }] : [],
  };
}

/** Answers to questions that the rules now put otherwise are asked again. */
export function withoutChanged(state: InterviewState, changed: readonly string[]): Admitted {
  const asked = changed.filter((id) => isAnswered(state, id));
  if (asked.length === 0) return { state, said: [] };
  const text = `The rules have changed since; asked again: ${asked.join(', ')}.`;
  return { state: withoutAnswers(state, asked), said: [{ is: 'note', text }] };
}

/** Asked on the day, or again on the day: what was answered earlier can have changed since. */
export function isForTheDay({ need, ask_again: again }: Question): boolean {
  return need === 'on-the-day' || again === true;
}

/** The last dose of a medicine that was still taken then. */
function withoutLastDoses(
  state: InterviewState,
  list: (typeof MEDICINE_LISTS)[number],
): InterviewState {
  const medicines = medicinesOf(state, list);
  const isRunning = (medicine: Readonly<Record<string, unknown>>): boolean =>
    'last_taken' in medicine && medicine['still_taking'] !== false;
  if (!medicines.some(isRunning)) return state;
  return withMedicines(
    state,
    list,
    medicines.map((medicine) => {
      if (!isRunning(medicine)) return medicine;
      const { last_taken: _earlier, ...rest } = medicine;
      return rest;
    }),
  );
}

function isList(name: string): boolean {
  return (MEDICINE_LISTS as readonly string[]).includes(name);
}

/** One medicine, one object, however the file wrote them down. */
function medicineList(value: unknown): unknown {
  const items: unknown = typeof value === 'string' && !isState(value) ? readCell(value) : value;
  if (!Array.isArray(items)) return items;
  const [only, another] = items as readonly unknown[];
  if (another === undefined && typeof only === 'string' && isState(only))
    return only.trim().toLowerCase();
  const isNone = (item: unknown): boolean =>
    typeof item === 'string' && item.trim().toLowerCase() === 'none';
  return items
    .filter((item) => !isNone(item))
    .map((item: unknown) => (typeof item === 'string' ? { name: item } : item));
}

function isState(value: string): boolean {
  return ['', 'unknown', 'declined'].includes(value.trim().toLowerCase());
}

/** Without the value at a path: an answer, or one thing told of a medicine. Half a medicine is none. */
function without(state: InterviewState, [fact, index, key]: Path): InterviewState {
  const value = state.answers[String(fact)];
  if (index === undefined || !Array.isArray(value)) return withoutAnswers(state, [String(fact)]);
  const entry: unknown = value[Number(index)];
  if (key === undefined || key === 'name' || !isObject(entry))
    return withoutAnswers(state, [String(fact)]);
  const rest = Object.fromEntries(Object.entries(entry).filter(([name]) => name !== key));
  return withAnswer(
    state,
    String(fact),
    value.map((each: unknown, place) => (place === index ? rest : each)),
  );
}
