/** The ask for each position of a session. */
import type { Question } from '../../rules/schema/question.ts';
import { type Ask, keyed, offer, readKey } from './ask.ts';
import { askField } from './ask-field.ts';
import { askGroup } from './ask-group.ts';
import { askName } from './ask-medicine.ts';
import { askClosing } from '../closing.ts';
import { askNote, type NoteView } from './ask-note.ts';
import { askQuestion } from './ask-question.ts';
import { askMedicine, askReview } from './ask-review.ts';
import { askPark, askSections } from './ask-sections.ts';
import { medicineWords } from '../words/medicine-lines.ts';
import { notedKey, noteKeyOf } from '../notes.ts';
import type { NotedPosition, Position, Session } from '../session.ts';
import type { Tools } from '../standing.ts';
import { isAnswered } from '../state.ts';
import { isPlanned, type Step, stepBefore } from '../steps.ts';
import {
  faultOf,
  fieldFaultOf,
  medicineAt,
  namedRows,
  placeOf,
  questionIdOf,
  questionOf,
  type View,
  viewOf,
} from '../view.ts';
import { whyAsked } from '../why.ts';

/** What is on the screen at this position. Never asked of a session that is finished. */
export function askOf({ state, position }: Session, tools: Tools): Ask {
  const view = viewOf(state, tools);
  switch (position.at) {
    case 'step':
      return askStep(position.step, view);
    case 'which':
      return askWhich(position, view);
    case 'emergency':
      return askEmergency(position, view);
    case 'review':
      return askReview(view);
    case 'medicine':
      return askMedicine(position.list, position.index, view);
    case 'note':
      return askNote(noteView(position.from, view));
    case 'sections':
      return askSections(view);
    case 'park':
      return askPark();
    case 'closing':
      return askClosing(position.step);
    case 'parked':
    case 'finished':
    case 'closed':
      throw new Error(`the interview is ${position.at}`);
  }
}

/** Facts without which an intake is about nobody, or about no procedure. */
const IDENTITY: ReadonlySet<string> = new Set(['id', 'procedure.type', 'procedure.at']);

function askStep(step: Step, view: View): Ask {
  const place = placeOf(step, view);
  if (step.kind === 'question') {
    const question = questionOf(step.id, view);
    if (question.type === 'medicines') throw new Error(`${step.id} is a list of medicines`);
    return askQuestion(question, { ...view, ...place, ...questionView(question, step, view) });
  }
  if (step.kind === 'group') return askGroup(step, view);
  const { list } = step;
  const question = questionOf(list, view);
  const help = whyAsked([question], view.tools.screener.prepared);
  const note = view.state.notes[noteKeyOf(step)];
  const around = { ...view, ...place, question, help, note };
  if (step.kind === 'another')
    return askName({ ...around, named: namedRows(list, view), changing: undefined });
  const medicine = medicineAt(step, view);
  if (step.kind === 'name') return askName({ ...around, named: [], changing: medicine.name });
  return askField(step.field, medicine, {
    ...around,
    named: [medicineWords(medicine, view)],
    fault: (value) => fieldFaultOf(step, value, view),
  });
}

const WHOLE = 'The whole screening';

function noteView(from: NotedPosition, view: View): NoteView {
  const note = view.state.notes[notedKey(from)];
  if (from.at === 'review') return { heading: 'Review', about: WHOLE, note };
  const step: Step =
    from.at === 'step' ? from.step : { kind: 'name', list: from.list, index: from.index };
  if (step.kind === 'group') return { ...placeOf(step, view), about: WHOLE, note };
  const about =
    step.kind === 'field' || step.kind === 'name'
      ? medicineWords(medicineAt(step, view), view)
      : questionOf(questionIdOf(step), view).ask;
  return { ...placeOf(step, view), about, note };
}

function questionView(question: Question, step: Step, view: View) {
  const { state, standing, tools, steps } = view;
  const { id, need } = question;
  const value = isAnswered(state, id) ? state.answers[id] : undefined;
  const plan =
    standing && isPlanned(id, standing, state)
      ? standing.context.intake.answers.get(id)
      : undefined;
  return {
    value,
    note: state.notes[id],
    planned: plan?.state === 'answered' ? plan.value === true : undefined,
    mayBeSkipped: need === 'optional' && standing?.open.needed.has(id) !== true,
    isIdentity: IDENTITY.has(id),
    isFirst: stepBefore(step, steps) === undefined,
    help: whyAsked([question], tools.screener.prepared),
    fault: (answer: unknown) => faultOf(id, answer, view),
  };
}

function askWhich(
  { step, question, readings }: Extract<Position, { at: 'which' }>,
  view: View,
): Ask {
  const options = keyed(readings);
  const offers = [offer('back')];
  return {
    kind: 'keys',
    ...placeOf(step, view),
    words: question,
    options,
    offers,
    help: [],
    read: (text) => readKey(text, options, offers),
  };
}

/** The values of the replies to an emergency and to a review. */
const GO_ON = 'go-on';
export const FINISH = 'finish';

function askEmergency({ findings, step }: Extract<Position, { at: 'emergency' }>, view: View): Ask {
  const options = [
    { key: 'c', label: 'The patient is being helped: continue the questions', value: GO_ON },
    { key: 'f', label: 'Finish now with what was asked', value: FINISH },
  ];
  const offers = [offer('back', 'back, to correct the answer')];
  return {
    kind: 'keys',
    ...placeOf(step, view),
    isAlarm: true,
    before: findings.flatMap(({ message, action }) => [
      message,
      ...(action === undefined ? [] : [action]),
    ]),
    words: 'EMERGENCY',
    options,
    offers,
    help: [],
    read: (text) => readKey(text, options, offers),
  };
}
