/** The ways out of a question: another section of the call, or the end of the call for now. */
import { type Ask, offer, optionsOf, readCommand, readKey, refused } from './ask.ts';
import type { CallAttempt } from '../call-log.ts';
import type { PlacedStep, Step } from '../steps.ts';
import type { View } from '../view.ts';

/** Every section, with how much of it is asked. */
export function askSections(view: View): Ask {
  const { sections } = view.tools.screener.prepared.ruleSet;
  const rows = sections.map(({ id, title }) => {
    const steps = view.steps.filter(({ section }) => section === id);
    const counted = steps.filter(({ step }) => step.kind !== 'group');
    const open = counted.filter(({ isSettled }) => !isSettled).length;
    return { title, steps, count: counted.length, open };
  });
  const options = optionsOf(
    Object.fromEntries(
      rows.map((row, index) => [`${index}.`, `${row.title}: ${progressWords(row)}`]),
    ),
  );
  const offers = [offer('back'), offer('review'), offer('park')];
  return {
    kind: 'keys',
    heading: 'Sections',
    words: 'Go to which section?',
    options,
    offers,
    help: [],
    read: (text) => {
      const command = readCommand(text, offers);
      if (command) return command;
      const row = rows[options.findIndex(({ key }) => key === text.trim().toLowerCase())];
      if (!row) return refused('press one of the keys');
      const step = firstOf(row.steps);
      return step ? { is: 'value', value: step } : refused(`nothing to ask: ${row.title}`);
    },
  };
}

/** Where a section is entered: at what is still to ask, or at its beginning. */
function firstOf(steps: readonly PlacedStep[]): Step | undefined {
  return (steps.find(({ isSettled }) => !isSettled) ?? steps[0])?.step;
}

function progressWords({ count, open }: { readonly count: number; readonly open: number }): string {
  if (count === 0) return 'nothing to ask';
  return open === 0 ? 'all asked' : `${open} of ${count} to ask`;
}

const OUTCOMES: Readonly<Record<CallAttempt['outcome'], string>> = {
  'no-answer': 'No answer',
  'left-message': 'Left a message',
  reached: 'Reached; the rest is asked another time',
};

/** How the call ended, when it is taken up again another time. */
export function askPark(): Ask {
  const options = optionsOf(OUTCOMES);
  const offers = [offer('back')];
  return {
    kind: 'keys',
    heading: 'Park the call',
    words: 'How did the call end? The answers are kept, and the next start offers to go on.',
    options,
    offers,
    help: [],
    read: (text) => readKey(text, options, offers),
  };
}
