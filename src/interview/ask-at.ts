/** The ask for each position of a session. */
import type { Question } from '../rules/schema/question.ts';
import { type Ask, offer, type Offer, optionsOf, readCommand, refused } from './ask.ts';
import { askField } from './ask-field.ts';
import { askName } from './ask-medicine.ts';
import { askQuestion } from './ask-question.ts';
import { medicineWords, fieldWords } from './medicine-lines.ts';
import { FIELD_QUESTIONS } from './medicine-words.ts';
import { reviewRows } from './review.ts';
import type { Position, Session } from './session.ts';
import type { Tools } from './standing.ts';
import { isAnswered, type MedicineList, medicinesOf } from './state.ts';
import { isPlanned, type Step, stepBefore } from './steps.ts';
import type { ToldField } from './told-field.ts';
import {
  faultOf,
  fieldFaultOf,
  namedLines,
  placeOf,
  questionOf,
  type View,
  viewOf,
} from './view.ts';
import { whyAsked } from './why.ts';

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
    case 'finished':
      throw new Error('the interview is finished');
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
  const { list } = step;
  const question = questionOf(list, view);
  const help = whyAsked(question, view.tools.screener.prepared);
  const medicines = medicinesOf(view.state, list);
  if (step.kind === 'another')
    return askName({
      ...view,
      ...place,
      question,
      help,
      named: namedLines(list, view),
      changing: undefined,
    });
  const medicine = medicines[step.index];
  if (!medicine) throw new Error(`no medicine ${step.index} in ${list}`);
  if (step.kind === 'name')
    return askName({ ...view, ...place, question, help, named: [], changing: medicine.name });
  const fault = (value: unknown): string | undefined => fieldFaultOf(step, value, view);
  return askField(step.field, medicine, {
    ...view,
    ...place,
    named: [medicineWords(medicine, view)],
    fault,
  });
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
    planned: plan?.state === 'answered' ? plan.value === true : undefined,
    mayBeSkipped: need === 'optional' && standing?.open.needed.has(id) !== true,
    isIdentity: IDENTITY.has(id),
    isFirst: stepBefore(step, steps) === undefined,
    help: whyAsked(question, tools.screener.prepared),
    fault: (answer: unknown) => faultOf(id, answer, view),
  };
}

function askWhich(
  { step, question, readings }: Extract<Position, { at: 'which' }>,
  view: View,
): Ask {
  const options = optionsOf(
    Object.fromEntries(readings.map(({ label }, index) => [`${index}.`, label])),
  );
  const offers = [offer('back')];
  return {
    kind: 'keys',
    ...placeOf(step, view),
    words: question,
    options,
    offers,
    help: [],
    read: (text) => {
      const index = options.findIndex(({ key }) => key === text.trim().toLowerCase());
      const reading = readings[index];
      return (
        readCommand(text, offers) ??
        (reading ? { is: 'value', value: reading.value } : refused('press one of the keys'))
      );
    },
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
    read: (text) => {
      const found = options.find(({ key }) => key === text.trim().toLowerCase());
      return (
        readCommand(text, offers) ??
        (found ? { is: 'value', value: found.value } : refused('press c or f'))
      );
    },
  };
}

function askReview(view: View): Ask {
  const rows = reviewRows(view);
  const open = rows.filter(({ isOpen }) => isOpen).length;
  const offers: Offer[] = [
    offer('finish', open === 0 ? 'decide' : 'decide now'),
    offer('back', open === 0 ? 'back' : 'go on with the questions'),
  ];
  return {
    kind: 'rows',
    heading: 'Review',
    words:
      open === 0
        ? 'All is asked. Change what is wrong, then decide.'
        : `Not all is asked yet: ${open} open.`,
    options: rows.map(({ heading, label, answer }, index) => ({
      key: String(index + 1),
      label,
      answer,
      ...(rows[index - 1]?.heading === heading ? {} : { heading }),
    })),
    offers,
    help: [],
    read: (text) => {
      const typed = text.trim();
      const row = rows[Number(typed) - 1];
      return (
        readCommand(text, offers) ??
        (row && typed !== ''
          ? { is: 'value', value: row.target }
          : refused('the number of a row, or f to decide'))
      );
    },
  };
}

/** What of a medicine can be changed; the keys follow the fields. */
function askMedicine(list: MedicineList, index: number, view: View): Ask {
  const medicine = medicinesOf(view.state, list)[index];
  if (!medicine) throw new Error(`no medicine ${index} in ${list}`);
  const fields = view.steps.flatMap(({ step }): ToldField[] =>
    step.kind === 'field' && step.list === list && step.index === index ? [step.field] : [],
  );
  const steps: Step[] = [
    { kind: 'name', list, index },
    ...fields.map((field): Step => ({ kind: 'field', list, index, field })),
  ];
  const labels = ['Name', ...fields.map((field) => FIELD_QUESTIONS[field].label)];
  const answers = [
    medicine.name,
    ...fields.map((field) =>
      field in medicine ? fieldWords(field, medicine[field], view) : 'not asked',
    ),
  ];
  const options = labels.map((label, place) => ({
    key: String(place + 1),
    label: `${label}: ${answers[place] ?? ''}`,
  }));
  const offers = [offer('remove', 'remove this medicine'), offer('back')];
  return {
    kind: 'keys',
    ...placeOf({ kind: 'name', list, index }, view),
    words: medicineWords(medicine, view),
    options,
    offers,
    help: [],
    read: (text) => {
      const step = steps[Number(text.trim()) - 1];
      return (
        readCommand(text, offers) ??
        (step && text.trim() !== ''
          ? { is: 'value', value: step }
          : refused('press one of the keys'))
      );
    },
  };
}
