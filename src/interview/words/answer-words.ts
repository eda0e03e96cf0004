import { readYesNo } from '../../intake/read-value.ts';
import type { Question } from '../../rules/schema/question.ts';
import { parseDay } from '../../time/day.ts';
import { parseInstant } from '../../time/parse-time.ts';
import type { Moment } from '../../time/spoken/spoken-time.ts';
import { momentWords, type Towards } from './moment-words.ts';

/** An answer, as an intake holds it, in words. */
export function answerWords(question: Question, value: unknown, towards: Towards): string {
  if (value === undefined || value === null) return 'not asked';
  const open = openWords(value);
  if (open !== undefined) return open;
  switch (question.type) {
    case 'yes-no':
      return yesNoWords(value);
    case 'choice':
      return choiceWords(question.choices, value);
    case 'list':
      return (Array.isArray(value) ? value : [value])
        .map((each) => choiceWords(question.choices, each))
        .join('; ');
    case 'number':
      return typeof value === 'number' && question.unit !== undefined
        ? `${value} ${question.unit}`
        : textOf(value);
    case 'date':
    case 'date-time':
      return timeWords(textOf(value), towards);
    case 'medicines':
      return Array.isArray(value) && value.length > 0 ? `${value.length}` : 'none';
    case 'text':
      return textOf(value);
  }
}

/** An answer that leaves it open in words; undefined for any other. */
export function openWords(value: unknown): string | undefined {
  if (value === 'unknown') return 'not known';
  return value === 'declined' ? 'declined' : undefined;
}

export function yesNoWords(value: unknown): string {
  const read = readYesNo(value);
  if ('fault' in read) return textOf(value);
  return read.value ? 'yes' : 'no';
}

export function choiceWords(choices: Readonly<Record<string, string>>, value: unknown): string {
  return choices[textOf(value)] ?? textOf(value);
}

/** A date or date-time of an intake, absolute and counted to the procedure. */
export function timeWords(text: string, towards: Towards): string {
  const moment = momentOf(text, towards);
  return moment ? momentWords(moment, towards) : text;
}

function momentOf(text: string, { zone }: Towards): Moment | undefined {
  const day = parseDay(text.trim());
  if (day !== undefined) return { day };
  const instant = parseInstant(text, zone, 'later');
  return instant === undefined ? undefined : zone.localOf(instant);
}

/** A value that a file may hold, whatever it is. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
