/** A first mapping from a header and some rows. What cannot be told is left for a person, so that it cannot be used unread. */
import type { Question } from '../../rules/schema/question.ts';
import { BIRTH_WORDS, COLUMN_WORDS } from './column-words.ts';
import { dateReader } from './date-format.ts';

const DAYS = [
  'YYYY-MM-DD',
  'MM/DD/YYYY',
  'DD/MM/YYYY',
  'M/D/YYYY',
  'D/M/YYYY',
  'DD.MM.YYYY',
  'MM-DD-YYYY',
  'DD-MM-YYYY',
  'DD-MMM-YYYY',
  'D MMM YYYY',
  'YYYY/MM/DD',
  'YYYYMMDD',
];
const HOURS = ['', ' HH:mm', 'THH:mm', ' HH:mm:ss', 'THH:mm:ss', ' h:mm A', ' H:mm'];
const FORMATS = DAYS.flatMap((day) => HOURS.map((hour) => day + hour));
const YES_NO: Readonly<Record<string, boolean>> = {
  y: true,
  '1': true,
  t: true,
  n: false,
  '0': false,
  f: false,
};
/** More different words than this are no list of choices. */
const MOST_WORDS = 20;

export function suggestMapping(
  header: readonly string[],
  rows: readonly ReadonlyMap<string, string>[],
  questions: readonly Question[],
): string {
  const columns: string[] = [];
  const open: string[] = [];
  const taken = new Set<string>();
  for (const column of header.filter((name) => name !== '')) {
    const question = questionFor(column, questions);
    if (!question || taken.has(question.id)) {
      open.push(`#  - ${quoted(column)}`);
      continue;
    }
    taken.add(question.id);
    const samples = [...new Set(rows.flatMap((row) => row.get(column)?.trim() ?? []))].filter(
      (value) => value !== '',
    );
    columns.push(`  ${question.id}: ${suggestion(column, question, samples)}`);
  }
  return [
    '# Suggested from the names of the columns and some rows. Review every line: nothing here was checked by a person.',
    'columns:',
    ...columns,
    ...(open.length === 0
      ? []
      : [
          '# Which of these answer a question? Move those above, and the others under `ignore:` without the #.',
          '#ignore:',
          ...open,
        ]),
    '',
  ].join('\n');
}

function questionFor(column: string, questions: readonly Question[]): Question | undefined {
  const word = plain(column);
  const known = COLUMN_WORDS[word];
  return questions.find(({ id }) => plain(id) === word) ?? questions.find(({ id }) => id === known);
}

function suggestion(column: string, question: Question, samples: readonly string[]): string {
  const name = quoted(column);
  if (BIRTH_WORDS.has(plain(column))) return `{column: ${name}, as: age${format(samples, false)}}`;
  switch (question.type) {
    case 'date':
    case 'date-time':
      return isOurs(samples)
        ? name
        : `{column: ${name}${format(samples, question.type === 'date-time')}}`;
    case 'yes-no': {
      const pairs = samples.flatMap((each) =>
        each.toLowerCase() in YES_NO
          ? `${quoted(each)}: ${String(YES_NO[each.toLowerCase()])}`
          : [],
      );
      return pairs.length === 0 ? name : `{column: ${name}, values: {${pairs.join(', ')}}}`;
    }
    case 'choice': {
      const strange = samples.filter(
        (each) => !Object.hasOwn(question.choices, each.toLowerCase()),
      );
      if (strange.length === 0 || strange.length > MOST_WORDS) return name;
      const pairs = strange.map(
        (each) => `${quoted(each)}: ${near(each, Object.keys(question.choices))}`,
      );
      return `{column: ${name}, values: {${pairs.join(', ')}}}`;
    }
    case 'list':
    case 'medicines':
    case 'number':
    case 'text':
      return name;
  }
}

/** Whether the dates stand as we read them anyway. */
function isOurs(samples: readonly string[]): boolean {
  return samples.every((each) => /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/.test(each));
}

/** The one format that all samples have; several, or none, are for a person to decide. */
function format(samples: readonly string[], withHour: boolean): string {
  const fitting = FORMATS.filter((each) => samples.every((sample) => fits(each, sample)));
  const kinds = new Map(
    fitting
      .map((each) => [samples.map((sample) => dateReader(each)?.(sample)).join(' '), each] as const)
      .toReversed(),
  );
  const shown = [...kinds.values()].toReversed();
  if (samples.length > 0 && shown.length === 1) return `, format: ${quoted(shown[0] ?? '')}`;
  const choices =
    shown.length > 0 && samples.length > 0 ? shown : [`YYYY-MM-DD${withHour ? ' HH:mm' : ''}`];
  return `, format: ${quoted(`DECIDE ${choices.join(' or ')}`)}`;
}

function fits(each: string, sample: string): boolean {
  const iso = dateReader(each)?.(sample);
  if (iso === undefined) return false;
  const [, month = '', day = ''] = iso.slice(0, 10).split('-');
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}

/** A value that starts alike; else one that is none, so that the mapping's words have to be decided. */
function near(word: string, choices: readonly string[]): string {
  const start = plain(word);
  const found = choices.filter((choice) => start !== '' && plain(choice).startsWith(start));
  return found.length === 1 ? (found[0] ?? '') : 'DECIDE';
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
