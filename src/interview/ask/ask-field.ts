import { type Ask, EVERYWHERE, offer, type Offer, readCommand, refused } from './ask.ts';
import { echoMoment, type MomentView, readMoment } from './ask-moment.ts';
import { type AnswerKind, choice, yesNo } from './answer-kinds.ts';
import { fieldWords, type MedicineView, spokenName } from '../words/medicine-lines.ts';
import { FIELD_QUESTIONS, REASON_WORDS, REGIMEN_WORDS } from '../words/medicine-words.ts';
import type { RawMedicine } from '../state.ts';
import type { ToldField } from '../told-field.ts';

export interface FieldView extends MedicineView {
  readonly heading: string;
  readonly progress: string;
  readonly named: readonly string[];
  readonly note: string | undefined;
  readonly fault: (value: unknown) => string | undefined;
}

/** Asks one thing of one medicine. */
export function askField(field: ToldField, medicine: RawMedicine, view: FieldView): Ask {
  const { ask, help } = FIELD_QUESTIONS[field];
  const value = medicine[field];
  const { readAnswer, ...kind } = kindOf(field, view);
  const offers: Offer[] = [
    ...(value === undefined ? [] : [offer('keep')]),
    ...(['unknown', 'declined', 'back', ...EVERYWHERE] as const).map((command) => offer(command)),
  ];
  return {
    ...kind,
    heading: view.heading,
    progress: view.progress,
    before: view.named,
    words: ask.replace('{medicine}', spokenName(medicine, view)),
    offers,
    ...(value === undefined ? {} : { current: fieldWords(field, value, view) }),
    ...(view.note === undefined ? {} : { note: view.note }),
    help: [help],
    read: (text) => {
      const command = readCommand(text, offers);
      if (command) return command;
      if (text.trim() === '') return refused('an answer is needed; u when it is not known');
      const reply = readAnswer(text);
      const fault = reply.is === 'value' ? view.fault(reply.value) : undefined;
      return fault === undefined ? reply : refused(fault);
    },
  };
}

function kindOf(field: ToldField, view: FieldView): AnswerKind {
  switch (field) {
    case 'still_taking':
    case 'prescriber_agrees':
      return yesNo();
    case 'taken_for':
      return choice(REASON_WORDS);
    case 'regimen':
      return choice(REGIMEN_WORDS);
    case 'last_taken': {
      const moment: MomentView = { ...view, direction: 'past', precision: 'hour-if-known' };
      return {
        kind: 'line',
        options: [],
        readAnswer: (text) => readMoment(text, moment),
        echo: (text) => echoMoment(text, moment),
      };
    }
  }
}
