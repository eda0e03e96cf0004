/** Reads one answer by the type of its question; what cannot be meant is refused, never clamped or guessed. */
import type { Question } from '../rules/schema/question.ts';
import { didYouMean } from '../source/suggest.ts';
import { parseDay } from '../time/day.ts';
import { parseDayOrInstant, parseInstant } from '../time/parse-time.ts';
import type { Instant, Zone } from '../time/zone.ts';
import type { AnswerValue } from './answers.ts';
import { found, type Read } from './fault.ts';
import { readNumber } from './read-number.ts';

/** The clock of one screening: the moment of the answers, and the clinic's time zone. */
export interface Clock {
  readonly zone: Zone;
  readonly screenedAt: Instant;
  /** How many years before the screening a date can be meant at all: the patient's life. */
  readonly yearsBack?: number;
}

export type ValueQuestion = Exclude<Question, { type: 'medicines' }>;

/** The longest life, for a patient whose age is not told. */
const LONGEST_LIFE = 120;

/** Years after the screening within which a date can be meant at all. */
const YEARS_AHEAD = 3;
const DAYS_A_YEAR = 365.25;

export function readValue(
  question: ValueQuestion,
  value: unknown,
  clock: Clock,
): Read<AnswerValue | undefined> {
  switch (question.type) {
    case 'yes-no':
      return readYesNo(value);
    case 'number':
      return readNumber(question, value);
    case 'choice':
      return readChoice(value, question.choices);
    case 'list':
      return readList(value, question.choices);
    case 'date':
      return readDate(value, question.direction, clock);
    case 'date-time':
      return readDateTime(value, question, clock);
    case 'text':
      return readText(value);
  }
}

export function readYesNo(value: unknown): Read<boolean> {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (word === true || word === 'yes' || word === 'true') return { value: true };
  if (word === false || word === 'no' || word === 'false') return { value: false };
  return { fault: { code: 'wrong-type', message: `found ${found(value)}, expected yes or no` } };
}

/** Signs that move a terminal's cursor instead of being read. */
export const CONTROL = /\p{Cc}/u;

function readText(value: unknown): Read<string> {
  // A number with more digits than it can hold was read as another one.
  const text = Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text === 'string' && text.trim() !== '' && !CONTROL.test(text))
    return { value: text.trim() };
  return {
    fault: {
      code: 'wrong-type',
      message: `found ${found(value)}, expected a text`,
      help: 'put it in quotes',
    },
  };
}

export function readChoice(
  value: unknown,
  choices: Readonly<Record<string, string>>,
): Read<string> {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : undefined;
  if (word !== undefined && Object.hasOwn(choices, word)) return { value: word };
  const names = Object.keys(choices);
  return {
    fault: {
      code: 'unknown-choice',
      message: `found ${found(value)}, expected one of ${names.join(', ')}`,
      ...(word === undefined ? {} : didYouMean(word, names)),
    },
  };
}

function readList(
  value: unknown,
  choices: Readonly<Record<string, string>>,
): Read<readonly string[] | undefined> {
  const items = typeof value === 'string' ? itemsOf(value) : value;
  if (!Array.isArray(items)) {
    return { fault: { code: 'wrong-type', message: `found ${found(value)}, expected a list` } };
  }
  if (items.length === 0) return { value: undefined };
  const read = new Set<string>();
  for (const item of items) {
    const one = readChoice(item, choices);
    if ('fault' in one) return one;
    read.add(one.value);
  }
  if (read.has('none') && read.size > 1) {
    return { fault: { code: 'none-with-others', message: 'found `none` beside another value' } };
  }
  return { value: [...read].toSorted() };
}

function readDate(
  value: unknown,
  direction: 'past' | 'future' | 'any',
  { zone, screenedAt, yearsBack = LONGEST_LIFE }: Clock,
): Read<number> {
  const day = typeof value === 'string' ? parseDayOrInstant(value, zone) : undefined;
  if (day === undefined) {
    return {
      fault: {
        code: 'not-a-date',
        message: `found ${found(value)}, expected a date`,
        help: 'write it like 2026-11-20',
      },
    };
  }
  const daysBack = yearsBack * DAYS_A_YEAR;
  return plausible(day - zone.dayOf(screenedAt), direction, daysBack) ?? { value: day };
}

function readDateTime(
  value: unknown,
  { id, direction, days_back: limit }: Extract<Question, { type: 'date-time' }>,
  { zone, screenedAt, yearsBack = LONGEST_LIFE }: Clock,
): Read<number> {
  const early = id === 'procedure.at' ? 'earlier' : 'later';
  const instant = typeof value === 'string' ? parseInstant(value, zone, early) : undefined;
  if (instant === undefined) {
    const onlyDay = typeof value === 'string' && parseDay(value.trim()) !== undefined;
    return {
      fault: {
        code: 'not-a-date',
        message: `found ${found(value)}, expected a date with its hour`,
        help: onlyDay
          ? 'the hour is missing: write it like 2026-11-24T09:00'
          : 'write it like 2026-11-24T09:00',
      },
    };
  }
  const days = zone.dayOf(instant) - zone.dayOf(screenedAt);
  const late = direction === 'past' && instant > screenedAt && days === 0 ? 1 : days;
  return plausible(late, direction, limit ?? yearsBack * DAYS_A_YEAR) ?? { value: instant };
}

/** The fault of a date on the wrong side of the screening, or too far from it to be meant. */
function plausible(
  daysAhead: number,
  direction: 'past' | 'future' | 'any',
  daysBack: number,
):
  | {
      fault: {
        code: 'in-the-future' | 'in-the-past' | 'implausible-value';
        message: string;
        help?: string;
      };
    }
  | undefined {
  if (daysAhead > YEARS_AHEAD * DAYS_A_YEAR || daysAhead < -daysBack) {
    return {
      fault: {
        code: 'implausible-value',
        message: 'found a date that cannot be meant',
        help: 'look for a slip in the year, or in the day',
      },
    };
  }
  if (direction === 'past' && daysAhead > 0) {
    return {
      fault: {
        code: 'in-the-future',
        message: 'found a moment after the screening, expected one before it',
      },
    };
  }
  if (direction === 'future' && daysAhead < 0) {
    return {
      fault: {
        code: 'in-the-past',
        message: 'found a day before the screening, expected one after it',
      },
    };
  }
  return undefined;
}

/** The items of a list that is written as one text. */
export function itemsOf(text: string): readonly string[] {
  return text.split(/[;,|]/).filter((item) => item.trim() !== '');
}
