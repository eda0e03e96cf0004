import { answerWords, openWords } from './words/answer-words.ts';
import type { Group } from '../rules/schema/rule-file.ts';
import { leftOpen, tickedRows } from './groups.ts';
import { medicineWords } from './words/medicine-lines.ts';
import { noteKeyOf } from './notes.ts';
import { isAnswered, isOpenList, type MedicineList, medicinesOf } from './state.ts';
import { isPlanned, type PlacedStep, type Step } from './steps.ts';
import { labelOf, placeOf, questionOf, rowsOf, type View } from './view.ts';

/** What a row of the review leads to. */
export type Target =
  | { readonly to: 'step'; readonly placed: PlacedStep }
  | { readonly to: 'medicine'; readonly list: MedicineList; readonly index: number };

/** One answer in the review. */
export interface ReviewRow {
  readonly heading: string;
  readonly label: string;
  readonly answer: string;
  readonly isOpen: boolean;
  readonly target: Target;
}

/** Every answer, in the order of the call; what was not asked too. */
export function reviewRows(view: View): readonly ReviewRow[] {
  return view.steps.flatMap((placed): ReviewRow[] => {
    const { step } = placed;
    const { heading } = placeOf(step, view);
    if (step.kind === 'field' || step.kind === 'group') return [];
    if (step.kind === 'name') {
      const { list, index } = step;
      const medicine = medicinesOf(view.state, list)[index];
      if (!medicine) return [];
      const isOpen = view.steps.some(
        (each) =>
          each.step.kind === 'field' &&
          each.step.list === list &&
          each.step.index === index &&
          !each.isSettled,
      );
      const answer = withNoteWords(medicineWords(medicine, view), step, view);
      return [{ heading, label: '', answer, isOpen, target: { to: 'medicine', list, index } }];
    }
    const id = step.kind === 'question' ? step.id : step.list;
    const answer = step.kind === 'question' ? questionAnswer(id, view) : listWords(step.list, view);
    return [
      {
        heading,
        label: labelOf(id, view),
        answer: withNoteWords(answer, step, view),
        isOpen: !placed.isSettled,
        target: { to: 'step', placed },
      },
    ];
  });
}

function withNoteWords(answer: string, step: Step, { state }: View): string {
  const note = state.notes[noteKeyOf(step)];
  return note === undefined ? answer : `${answer} (noted: ${note})`;
}

/** The answer to a question in words, the site's plan and a question passed over among them. */
export function questionAnswer(id: string, view: View): string {
  const { state, standing } = view;
  if (isAnswered(state, id)) {
    return answerWords(
      questionOf(id, view),
      state.answers[id],
      id === 'procedure.at' ? { ...view, procedureAt: undefined } : view,
    );
  }
  if (!state.settled.includes(id)) return 'not asked';
  if (!standing || !isPlanned(id, standing, state)) return 'skipped';
  const planned = standing.context.intake.answers.get(id);
  return `as planned: ${planned?.state === 'answered' && planned.value === true ? 'yes' : 'no'}`;
}

/** What is answered to a list of several questions. */
export function groupWords(group: Group, view: View): string {
  const rows = rowsOf(group, view);
  const open = openWords(leftOpen(rows, view.state));
  if (open !== undefined) return open;
  const ticked = tickedRows(group, rows, view.state);
  return ticked.length === 0
    ? 'none of these'
    : ticked.map((fact) => group.rows[fact] ?? fact).join('; ');
}

export function listWords(list: MedicineList, { state }: Pick<View, 'state'>): string {
  const open = openWords(state.answers[list]);
  if (open !== undefined) return open;
  const count = medicinesOf(state, list).length;
  if (isOpenList(state, list)) return count === 0 ? 'not asked' : `${count} named, more not asked`;
  return count === 0 ? 'none' : `${count} named, no more`;
}
