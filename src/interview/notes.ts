/** What the nurse noted beside an answer. A note on a medicine goes with it through the list. */
import type { NotedPosition } from './session.ts';
import type { InterviewState, MedicineList } from './state.ts';
import type { Step } from './steps.ts';

/** The name under which the notes on a medicine are kept. */
export function medicinePlace(list: MedicineList, index: number): string {
  return `${list}[${index}]`;
}

/** What a note at a step is about: a question, a list of medicines, one medicine; at several questions, the whole. */
export function noteKeyOf(step: Step): string {
  if (step.kind === 'group') return GENERAL_NOTE;
  if (step.kind === 'question') return step.id;
  return step.kind === 'another' ? step.list : medicinePlace(step.list, step.index);
}

/** The name under which what concerns no single answer is noted. */
export const GENERAL_NOTE = '';

/** What a note that was begun there is about. */
export function notedKey(from: NotedPosition): string {
  if (from.at === 'review') return GENERAL_NOTE;
  return from.at === 'step' ? noteKeyOf(from.step) : medicinePlace(from.list, from.index);
}

/** An empty text takes the note away. */
export function withNote(state: InterviewState, key: string, text: string): InterviewState {
  const { [key]: _before, ...others } = state.notes;
  return { ...state, notes: text === '' ? others : { ...others, [key]: text } };
}

/** The notes on the medicines of a list, moved to their new places; one that has none is gone. */
export function withNotesMoved(
  state: InterviewState,
  list: MedicineList,
  placeOf: (index: number) => number | undefined,
): InterviewState {
  const notes = Object.entries(state.notes).flatMap(([key, text]) => {
    const index = indexIn(key, list);
    if (index === undefined) return [[key, text] as const];
    const place = placeOf(index);
    return place === undefined ? [] : [[medicinePlace(list, place), text] as const];
  });
  return { ...state, notes: Object.fromEntries(notes) };
}

function indexIn(key: string, list: MedicineList): number | undefined {
  const [, name, index] = /^(\w+)\[(\d+)\]$/.exec(key) ?? [];
  return name === list ? Number(index) : undefined;
}
