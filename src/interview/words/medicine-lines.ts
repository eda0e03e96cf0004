import type { Recogniser } from '../../medicines/recogniser.ts';
import type { Recognition } from '../../medicines/recognition.ts';
import type { Vocabulary } from '../../medicines/vocabulary.ts';
import { choiceWords, openWords, textOf, timeWords, yesNoWords } from './answer-words.ts';
import { REASON_WORDS, REGIMEN_WORDS } from './medicine-words.ts';
import type { Towards } from './moment-words.ts';
import type { RawMedicine } from '../state.ts';
import { TOLD_FIELDS, type ToldField } from '../told-field.ts';

/** What medicines are shown and read with. */
export interface MedicineView extends Towards {
  readonly recogniser: Recogniser;
  readonly vocabulary: Vocabulary;
  readonly now: number;
}

/** "= ingredient: title of its class", or that it is not recognised. */
export function recognisedWords(
  known: Recognition,
  { vocabulary }: Pick<MedicineView, 'vocabulary'>,
): string {
  if (known.match === 'none') return '= not recognised: the physician is asked';
  const titles = vocabulary.classes
    .filter(({ id }) => known.classes.includes(id))
    .map(({ title }) => title);
  const spelling = known.match === 'spelling' ? ` (${known.name ?? ''}, misspelt?)` : '';
  return `= ${known.generic ?? ''}${spelling}: ${titles.slice(0, 2).join(', ')}`;
}

/** A medicine in one line: its name, what it is, and what was told of it. */
export function medicineWords(medicine: RawMedicine, view: MedicineView): string {
  const [what, ...told] = medicineParts(medicine, view);
  const same = what?.toLowerCase() === medicine.name.toLowerCase();
  return [same ? medicine.name : `${medicine.name} = ${what}`, ...told].join('; ');
}

/** What a medicine is, and what was told of it, without its name as it was written. */
export function medicineParts(medicine: RawMedicine, view: MedicineView): string[] {
  const known = view.recogniser.recognise(medicine.name);
  const told = TOLD_FIELDS.filter((field) => medicine[field] !== undefined).map((field) =>
    toldWords(field, medicine[field], view),
  );
  return [known.match === 'none' ? 'not recognised' : (known.generic ?? ''), ...told];
}

/** Without the dose: as it is spoken of in a question. */
export function spokenName(
  medicine: RawMedicine,
  { recogniser }: Pick<MedicineView, 'recogniser'>,
): string {
  return recogniser.recognise(medicine.name).name ?? medicine.name;
}

export function fieldWords(field: ToldField, value: unknown, towards: Towards): string {
  const open = openWords(value);
  if (open !== undefined) return open;
  switch (field) {
    case 'regimen':
      return choiceWords(REGIMEN_WORDS, value);
    case 'taken_for':
      return choiceWords(REASON_WORDS, value);
    case 'last_taken':
      return timeWords(textOf(value), towards);
    case 'still_taking':
    case 'prescriber_agrees':
      return yesNoWords(value);
  }
}

const SHORT: Readonly<Record<ToldField, (words: string) => string>> = {
  regimen: (words) => words.toLowerCase(),
  still_taking: (words) =>
    ({ yes: 'still taken', no: 'stopped' })[words] ?? `still taken: ${words}`,
  last_taken: (words) => `last ${words}`,
  taken_for: (words) => `for: ${words.toLowerCase()}`,
  prescriber_agrees: (words) => `pause agreed: ${words}`,
};

function toldWords(field: ToldField, value: unknown, towards: Towards): string {
  return SHORT[field](fieldWords(field, value, towards));
}
