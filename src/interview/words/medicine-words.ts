/** The words in which is asked what a rule needs to know of a medicine; `{medicine}` is its name. */
import type { ToldField } from '../told-field.ts';

export const FIELD_QUESTIONS: Readonly<
  Record<ToldField, { readonly ask: string; readonly help: string; readonly label: string }>
> = {
  regimen: {
    ask: 'How is {medicine} given?',
    help: 'The time that it has to be paused depends on it. Not known counts as the stricter.',
    label: 'How it is given',
  },
  still_taking: {
    ask: 'Are you still taking {medicine}?',
    help: 'No: none since the last dose that is told.',
    label: 'Still taken',
  },
  last_taken: {
    ask: 'When did you take the last {medicine}?',
    help: 'The hours until the procedure are counted from then. Without an hour, the day counts to its end.',
    label: 'Last dose',
  },
  taken_for: {
    ask: 'What do you take {medicine} for?',
    help: 'It tells what a pause would risk, and whether a name was mixed up.',
    label: 'Taken for',
  },
  prescriber_agrees: {
    ask: 'Is it on record that the doctor who prescribes {medicine} agreed to pause it?',
    help: 'From the chart, not from the patient. Without it, nobody is told to stop: the patient keeps taking it.',
    label: 'Pause agreed by the prescriber',
  },
};

export const REGIMEN_WORDS: Readonly<Record<string, string>> = {
  prophylactic: 'In a low dose, to prevent clots',
  therapeutic: 'In a full dose, to treat',
  daily: 'Every day',
  weekly: 'Once a week',
};

export const REASON_WORDS: Readonly<Record<string, string>> = {
  'atrial-fibrillation': 'Atrial fibrillation (irregular heartbeat)',
  'mechanical-valve': 'A mechanical heart valve',
  stent: 'A stent',
  'heart-attack': 'A past heart attack',
  'stroke-or-tia': 'A past stroke or mini-stroke (TIA)',
  clot: 'A blood clot',
  'peripheral-artery': 'Narrow arteries in the legs',
  'primary-prevention': 'Prevention, nothing has happened so far',
  pain: 'Pain',
  diabetes: 'Diabetes',
  'heart-failure': 'Heart failure',
  weight: 'Weight',
  mood: 'Mood, anxiety or sleep',
  other: 'Something else',
};
