import { answerWords } from './words/answer-words.ts';
import { fieldWords, recognisedWords, spokenName } from './words/medicine-lines.ts';
import { FIELD_QUESTIONS } from './words/medicine-words.ts';
import type { Pruned } from './prune.ts';
import { groupWords, listWords, questionAnswer } from './review.ts';
import type { Said } from './session.ts';
import { isOpenList, type MedicineList, medicinesOf, type RawMedicine } from './state.ts';
import { TOLD_FIELDS } from './told-field.ts';
import type { Step } from './steps.ts';
import { groupOf, labelOf, placeOf, type View } from './view.ts';

/** What was answered at a step, for the lines that stay on the screen. */
export function saidOfStep(step: Step, view: View): Said[] {
  const section = placeOf(step, view).heading;
  if (step.kind === 'question') {
    return [
      {
        is: 'answer',
        section,
        label: labelOf(step.id, view),
        answer: questionAnswer(step.id, view),
      },
    ];
  }
  if (step.kind === 'group') {
    const group = groupOf(step.id, view);
    return [{ is: 'answer', section, label: group.ask, answer: groupWords(group, view) }];
  }
  if (step.kind === 'another') return saidOfList(step.list, section, view);
  const medicine = medicinesOf(view.state, step.list)[step.index];
  if (!medicine) return [];
  if (step.kind === 'name') return [saidOfMedicine(section, medicine, view)];
  const label = `${spokenName(medicine, view)}: ${FIELD_QUESTIONS[step.field].label.toLowerCase()}`;
  return [
    { is: 'answer', section, label, answer: fieldWords(step.field, medicine[step.field], view) },
  ];
}

/** The medicines that were named last, or that there is none or no other. */
function saidOfList(list: MedicineList, section: string, view: View): Said[] {
  const medicines = medicinesOf(view.state, list);
  const isNamed = isOpenList(view.state, list) && medicines.length > 0;
  if (isNamed) {
    const told = medicines.findLastIndex((medicine) =>
      TOLD_FIELDS.some((field) => field in medicine),
    );
    const last = Math.min(told + 1, medicines.length - 1);
    return medicines.slice(last).map((medicine) => saidOfMedicine(section, medicine, view));
  }
  return [{ is: 'answer', section, label: labelOf(list, view), answer: listWords(list, view) }];
}

function saidOfMedicine(section: string, { name }: RawMedicine, view: View): Said {
  return {
    is: 'answer',
    section,
    label: name,
    answer: recognisedWords(view.recogniser.recognise(name), view),
  };
}

/** That an answer was taken away, since its question no longer concerns the patient. */
export function saidOfRemoval(
  { question, value, note }: Pruned['removed'][number],
  view: View,
): Said {
  const noted = note === undefined ? '' : ` (noted: ${note})`;
  return {
    is: 'note',
    text: `No longer applies, taken out: ${question.ask} ${answerWords(question, value, view)}${noted}`,
  };
}
