/** How the values of a column are read, as its samples tell it; what they do not tell is left to a person. */
import type { Question } from '../../rules/schema/question.ts';
import { readNumber } from '../../intake/read-number.ts';
import { plain } from './column-words.ts';
import { dateReader } from './date-format.ts';
import { UNDECIDED } from './schema.ts';

const DAYS = [
  'YYYY-MM-DD',
  'MM/DD/YYYY',
  'DD/MM/YYYY',
  'M/D/YYYY',
  'D/M/YYYY',
  'DD.MM.YYYY',
  'D.M.YYYY',
  'MM-DD-YYYY',
  'DD-MM-YYYY',
  'DD-MMM-YYYY',
  'D MMM YYYY',
  'MMM D, YYYY',
  'YYYY/MM/DD',
  'YYYYMMDD',
];
const HOURS = [
  '',
  ' HH:mm',
  'THH:mm',
  ' HH:mm:ss',
  'THH:mm:ss',
  ' h:mm A',
  ' h:mmA',
  ' hh:mm A',
  ' H:mm',
];
const FORMATS = DAYS.flatMap((day) =>
  HOURS.flatMap((hour) => {
    const read = dateReader(day + hour);
    return read ? [{ format: day + hour, read }] : [];
  }),
);

/** What stands where an answer should, in any column. */
const STATES: Readonly<Record<string, string>> = {
  unknown: 'unknown',
  unk: 'unknown',
  unsure: 'unknown',
  notknown: 'unknown',
  dontknow: 'unknown',
  declined: 'declined',
  refused: 'declined',
  patientrefused: 'declined',
  prefernottosay: 'declined',
  na: 'null',
  null: 'null',
  tbd: 'null',
  notasked: 'null',
  notassessed: 'null',
  pending: 'null',
};
const YES_NO: Readonly<Record<string, string>> = {
  y: 'true',
  '1': 'true',
  t: 'true',
  yes: 'true',
  true: 'true',
  n: 'false',
  '0': 'false',
  f: 'false',
  no: 'false',
  false: 'false',
};
/** What is read so without a mapping. */
const OWN = new Set(['yes', 'no', 'true', 'false', 'unknown', 'declined']);
/** More different words than this are no list of choices. */
const MOST_WORDS = 20;

/** The parts of a spec beside its column, each as it stands in YAML. */
export type Parts = readonly (readonly [key: string, yaml: string])[];

export function partsFor(question: Question, samples: readonly string[]): Parts {
  const told = samples.filter((each) => !(plain(each) in STATES));
  const words = (pairs: readonly string[]): Parts => valuesPart([...statePairs(samples), ...pairs]);
  switch (question.type) {
    case 'date':
    case 'date-time':
      return [...formatPart(told, question.type === 'date-time'), ...words([])];
    case 'yes-no':
      return words(yesNoPairs(told));
    case 'choice':
      return words(choicePairs(told, Object.keys(question.choices)));
    case 'list': {
      const separator = [';', '|', '\n', ','].find((each) =>
        told.some((text) => text.includes(each)),
      );
      const items = told.flatMap((text) =>
        separator === undefined ? text : text.split(separator),
      );
      const parts = words(choicePairs(distinct(items), Object.keys(question.choices)));
      const isOwn = separator === undefined || separator === ';' || separator === ',';
      return isOwn && parts.length === 0
        ? []
        : [
            ...(separator === undefined ? [] : [['separator', quoted(separator)] as const]),
            ...parts,
          ];
    }
    case 'number':
      return [...unitPart(question, told), ...words([])];
    case 'medicines':
    case 'text':
      return [];
  }
}

/** The words of a field of a medicine that is yes or no, and the format of the one that is a date. */
export function medicineParts(field: string, samples: readonly string[]): Parts {
  const told = samples.filter((each) => !(plain(each) in STATES));
  if (field === 'last_taken')
    return [...formatPart(told, true), ...valuesPart(statePairs(samples))];
  if (field !== 'still_taking' && field !== 'prescriber_agrees') return [];
  return valuesPart([...statePairs(samples), ...yesNoPairs(told)]);
}

function valuesPart(pairs: readonly string[]): Parts {
  return pairs.length === 0 ? [] : [['values', `{${pairs.join(', ')}}`]];
}

function statePairs(samples: readonly string[]): string[] {
  return samples.flatMap((each) => {
    const state = STATES[plain(each)];
    return state === undefined || OWN.has(each.toLowerCase()) ? [] : [`${quoted(each)}: ${state}`];
  });
}

function yesNoPairs(samples: readonly string[]): string[] {
  if (samples.length > MOST_WORDS) return [];
  return samples
    .filter((each) => !OWN.has(each.toLowerCase()))
    .map((each) => `${quoted(each)}: ${YES_NO[plain(each)] ?? UNDECIDED}`);
}

function choicePairs(samples: readonly string[], choices: readonly string[]): string[] {
  const strange = samples.filter((each) => !choices.includes(each.toLowerCase()));
  if (strange.length > MOST_WORDS) return [];
  return strange.map((each) => `${quoted(each)}: ${near(each, choices)}`);
}

/** A value that starts alike; a mere "no" is the one that says so, or none. */
function near(word: string, choices: readonly string[]): string {
  const start = plain(word);
  if (start === 'no' || start === 'n') return choices.includes('none') ? 'none' : UNDECIDED;
  const found = choices.filter((choice) => start !== '' && plain(choice).startsWith(start));
  return found.length === 1 ? (found[0] ?? '') : UNDECIDED;
}

/** Another unit, where most of the numbers can only be meant in it. */
function unitPart(
  question: Extract<Question, { type: 'number' }>,
  samples: readonly string[],
): Parts {
  const fitting = (unit: string): number =>
    samples.filter((each) => 'value' in readNumber(question, `${each}${unit}`)).length;
  const other = question.also?.find(({ unit }) => 2 * fitting(` ${unit}`) > samples.length);
  const isOther = other !== undefined && fitting('') < fitting(` ${other.unit}`);
  return isOther ? [['unit', quoted(other.unit)]] : [];
}

/** The one format that all samples have; several, or none, are for a person to decide. */
export function formatPart(samples: readonly string[], withHour: boolean): Parts {
  if (
    samples.length > 0 &&
    samples.every((each) => /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/.test(each))
  )
    return [];
  // A date that is none, in one row, hides the format of no other; its row is rejected.
  const counts = FORMATS.map(({ read }) => samples.filter((text) => isDay(read(text))).length);
  const most = Math.max(...counts);
  const fitting = FORMATS.filter((_, index) => counts[index] === most && 2 * most > samples.length);
  const kinds = new Map(
    fitting
      .map(({ format, read }) => [samples.map((sample) => read(sample)).join(' '), format] as const)
      .toReversed(),
  );
  const shown = [...kinds.values()].toReversed();
  if (samples.length > 0 && shown.length === 1) return [['format', quoted(shown[0] ?? '')]];
  const choices =
    shown.length > 0 && samples.length > 0 ? shown : [`YYYY-MM-DD${withHour ? ' HH:mm' : ''}`];
  return [['format', quoted(`${UNDECIDED} ${choices.join(' or ')}`)]];
}

function isDay(iso: string | undefined): boolean {
  if (iso === undefined) return false;
  const [, month = '', day = ''] = iso.slice(0, 10).split('-');
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.map((each) => each.trim()))].filter((each) => each !== '');
}

export function quoted(text: string): string {
  return JSON.stringify(text);
}
