import { CONTROL } from '../../intake/read-value.ts';
import { type Ask, offer, readCommand, refused } from './ask.ts';

export interface NoteView {
  readonly heading: string;
  readonly progress?: string;
  /** What the note is about: the words of the question, or the medicine. */
  readonly about: string;
  readonly note: string | undefined;
}

const LONGEST = 500;

/** Asks for a note, beginning with the one that is there. */
export function askNote({ about, note, ...place }: NoteView): Ask {
  const offers = [
    ...(note === undefined ? [] : [offer('remove', 'remove the note')]),
    offer('back'),
  ];
  return {
    kind: 'line',
    ...place,
    before: [about],
    words: 'What is to be noted? It goes into the record and the note for the chart.',
    options: [],
    offers,
    ...(note === undefined ? {} : { text: note, note }),
    help: [],
    read: (text) => {
      const command = readCommand(text, offers);
      if (command) return command;
      const typed = text.trim();
      if (typed === '') return refused('a few words, or b to go back');
      if (CONTROL.test(typed)) return refused('letters, digits and signs only');
      if (typed.length > LONGEST) return refused(`at most ${LONGEST} characters`);
      return { is: 'value', value: typed };
    },
  };
}
