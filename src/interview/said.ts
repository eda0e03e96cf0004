import { answerWords } from './answer-words.ts';
import { fieldWords, recognisedWords, spokenName } from './medicine-lines.ts';
import { FIELD_QUESTIONS } from './medicine-words.ts';
import type { Pruned } from './prune.ts';
import { questionAnswer } from './review.ts';
import type { Said } from './session.ts';
import { medicinesOf, type RawMedicine } from './state.ts';
import type { Step } from './steps.ts';
import { placeOf, questionOf, type View } from './view.ts';

/** What was answered at a step, for the lines that stay on the screen. */
export function saidOfStep(step: Step, view: View): Said[] {
  const section = placeOf(step, view).heading;
  if (step.kind === 'question') {
    return [{ is: 'answer', section, label: questionOf(step.id, view).ask, answer: questionAnswer(step.id, view) }];
  }
  const medicines = medicinesOf(view.state, step.list);
  if (step.kind === 'another') {
    const value = view.state.answers[step.list];
    const last = medicines.at(-1);
    const isClosed = view.state.settled.includes(step.list) || !Array.isArray(value);
    if (!isClosed && last) return [saidOfMedicine(section, last, view)];
    const answer = value === 'unknown' ? 'not known' : value === 'declined' ? 'declined' : medicines.length === 0 ? 'none' : 'no more';
    return [{ is: 'answer', section, label: questionOf(step.list, view).ask, answer }];
  }
  const medicine = medicines[step.index];
  if (!medicine) return [];
  if (step.kind === 'name') return [saidOfMedicine(section, medicine, view)];
  const label = `${spokenName(medicine, view)}: ${FIELD_QUESTIONS[step.field].label.toLowerCase()}`;
  return [{ is: 'answer', section, label, answer: fieldWords(step.field, medicine[step.field], view) }];
}

function saidOfMedicine(section: string, { name }: RawMedicine, view: View): Said {
  return { is: 'answer', section, label: name, answer: recognisedWords(view.recogniser.recognise(name), view) };
}

/** That an answer was taken away, since its question no longer concerns the patient. */
export function saidOfRemoval({ question, value }: Pruned['removed'][number], view: View): Said {
  return { is: 'note', text: `No longer applies, taken out: ${question.ask} ${answerWords(question, value, view)}` };
}
