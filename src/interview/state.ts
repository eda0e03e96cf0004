import { isObject } from '../intake/flatten.ts';
import type { ScreenResult } from '../evaluation/result.ts';
import { type CallLog, NO_CALL } from './call-log.ts';

export type MedicineList = 'medications' | 'supplements';

export const MEDICINE_LISTS: readonly MedicineList[] = ['medications', 'supplements'];

/** What is told of a medicine, in the form of an intake file. */
export type RawMedicine = Readonly<Record<string, unknown>> & { readonly name: string };

/** Answers in the form of an intake file, by their dotted names: what `check` reads is what the interview holds. */
export type RawAnswers = Readonly<Record<string, unknown>>;

/** One thing that became of a fact, in the order in which it did. */
export interface HistoryEntry {
  /** A date-time with its offset on the clinic's clock, to the second. */
  readonly at: string;
  readonly fact: string;
  /** The answer in the form of an intake file; absent when an answer was withdrawn or no longer applied. */
  readonly value?: unknown;
}

/** All that an interview has to remember; plain data, so that a draft is this and nothing else. */
export interface InterviewState {
  readonly answers: RawAnswers;
  /**
   * What is done with beside the answers: optional questions that were passed over, lists of medicines that are
   * complete, groups of questions (`group.<id>`), and what is asked at the end of the call (`call.<step>`).
   */
  readonly settled: readonly string[];
  /** Emergencies that the nurse has been told of. */
  readonly told: readonly string[];
  /** What the nurse noted beside an answer, by its fact; of a medicine, by its place: `medications[0]`. */
  readonly notes: Readonly<Record<string, string>>;
  /** Every answer that was given or withdrawn, in order. */
  readonly history: readonly HistoryEntry[];
  readonly call: CallLog;
  /** Who screens, once that is told. */
  readonly by?: string;
  /** The record of the screening that is taken up, and its result. */
  readonly follows?: { readonly record: string; readonly result: ScreenResult };
}

export const NOTHING_ASKED: InterviewState = {
  answers: {},
  settled: [],
  told: [],
  notes: {},
  history: [],
  call: NO_CALL,
};

export function isAnswered({ answers }: InterviewState, fact: string): boolean {
  const value = answers[fact];
  return value !== undefined && value !== null && value !== '';
}

export function withAnswer(state: InterviewState, fact: string, value: unknown): InterviewState {
  return { ...state, answers: { ...state.answers, [fact]: value } };
}

export function withoutAnswers(state: InterviewState, facts: readonly string[]): InterviewState {
  const answers = Object.fromEntries(
    Object.entries(state.answers).filter(([fact]) => !facts.includes(fact)),
  );
  return { ...state, answers, settled: state.settled.filter((fact) => !facts.includes(fact)) };
}

export function withSettled(state: InterviewState, fact: string): InterviewState {
  return state.settled.includes(fact) ? state : { ...state, settled: [...state.settled, fact] };
}

/** The medicines of a list; none when it is not known, declined or not asked. */
export function medicinesOf(
  { answers }: InterviewState,
  list: MedicineList,
): readonly RawMedicine[] {
  const value = answers[list];
  return Array.isArray(value) ? value.filter(isMedicine) : [];
}

function isMedicine(value: unknown): value is RawMedicine {
  return isObject(value) && typeof value['name'] === 'string';
}

export function withMedicines(
  state: InterviewState,
  list: MedicineList,
  medicines: readonly RawMedicine[],
): InterviewState {
  return withAnswer(state, list, medicines);
}

/** A list in which more may be named is no answer yet, however many it holds. */
export function isOpenList(state: InterviewState, list: MedicineList): boolean {
  return Array.isArray(state.answers[list])
    ? !state.settled.includes(list)
    : !isAnswered(state, list);
}
