/** What can be changed: every answer, and what was told of one medicine. */
import { type Ask, offer, type Offer, readCommand, refused } from './ask.ts';
import { fieldWords, medicineWords } from '../words/medicine-lines.ts';
import { FIELD_QUESTIONS } from '../words/medicine-words.ts';
import { GENERAL_NOTE, medicinePlace } from '../notes.ts';
import { reviewRows } from '../review.ts';
import type { MedicineList } from '../state.ts';
import type { Step } from '../steps.ts';
import type { ToldField } from '../told-field.ts';
import { medicineAt, placeOf, type View } from '../view.ts';

export function askReview(view: View): Ask {
  const rows = reviewRows(view);
  const open = rows.filter(({ isOpen }) => isOpen).length;
  const offers: Offer[] = [
    offer('finish', open === 0 ? 'decide' : 'decide now'),
    offer('back', open === 0 ? 'back' : 'go on with the questions'),
    offer('note', 'note on the whole'),
    offer('park'),
  ];
  const note = view.state.notes[GENERAL_NOTE];
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
    ...(note === undefined ? {} : { note }),
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
export function askMedicine(list: MedicineList, index: number, view: View): Ask {
  const medicine = medicineAt({ list, index }, view);
  const note = view.state.notes[medicinePlace(list, index)];
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
  const offers = [offer('remove', 'remove this medicine'), offer('note'), offer('back')];
  return {
    kind: 'keys',
    ...placeOf({ kind: 'name', list, index }, view),
    words: medicineWords(medicine, view),
    options,
    offers,
    ...(note === undefined ? {} : { note }),
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
