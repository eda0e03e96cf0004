/** Finds the hour in what somebody says of a moment: "yesterday 8am", "0830", "at 8", "noon". */

/** The readings of an hour, in minutes since midnight; two when morning or evening was left open. */
export interface SpokenClock {
  readonly minutes: readonly number[];
  /** Midnight begins a day and ends another. */
  readonly isMidnight?: true;
  /** The words without the hour. */
  readonly rest: string;
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

const NOON = 720;

/** Until this minute, the night is that of the day before. */
export const NIGHT_ENDS = 300;
const DAY_WORDS =
  '(?:(?:today|tonight|yesterday|tomorrow|morning|afternoon|evening|night|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?)';

interface Way {
  readonly pattern: RegExp;
  readonly minutes: (match: RegExpExecArray) => readonly number[] | undefined;
}

/** In the order in which they are tried. */
const WAYS: readonly Way[] = [
  {
    pattern: /(?<![\d/-])(\d{1,2})[:h](\d{2})\s*(am|pm|a|p)?(?![\d/a-z])/,
    minutes: ([, hour = '', minute, half]) => clock(hour, Number(minute), half),
  },
  {
    pattern: /(?<![\d/:-])(\d{1,2})\s*(am|pm|a|p)(?![a-z])/,
    minutes: ([, hour = '', half]) => clock(hour, 0, half),
  },
  { pattern: /\b(?:noon|midday)\b/, minutes: () => [NOON] },
  {
    pattern: /(?<![\d/:-])(\d{1,2})\s*o'?clock\b/,
    minutes: ([, hour = '']) => clock(hour, 0, undefined),
  },
  {
    pattern: /(?<![\d/:-])([01]\d|2[0-3])([0-5]\d)\s*(?:hours|hrs|h)\b/,
    minutes: ([, hour, minute]) => [exact(hour, minute)],
  },
  { pattern: /(?<![\d/:-])(0\d)([0-5]\d)$/, minutes: ([, hour, minute]) => [exact(hour, minute)] },
  {
    pattern: new RegExp(`(?<=\\b${DAY_WORDS}\\s+(?:at\\s+)?|\\bat\\s+)([01]\\d|2[0-3])([0-5]\\d)$`),
    minutes: ([, hour, minute]) => [exact(hour, minute)],
  },
  {
    pattern: new RegExp(`(?<=\\b${DAY_WORDS}\\s+(?:at\\s+)?|\\bat\\s+|^)(\\d{1,2})$`),
    minutes: ([, hour = '']) => clock(hour, 0, undefined),
  },
  {
    pattern:
      /^(\d{1,2})(?=\s+(?:in|at)?\s*(?:morning|afternoon|evening|night|today|tonight|yesterday|tomorrow)\b)/,
    minutes: ([, hour = '']) => clock(hour, 0, undefined),
  },
];

/** Takes the hour out of the words; undefined when they name none. */
export function takeClock(words: string): SpokenClock | undefined {
  const midnight = /\bmidnight\b/.exec(words);
  if (midnight) return { minutes: [0], isMidnight: true, rest: without(words, midnight) };
  for (const { pattern, minutes } of WAYS) {
    const match = pattern.exec(words);
    const read = match && minutes(match);
    if (match && read) return { minutes: read, rest: without(words, match) };
  }
  return undefined;
}

/** Those of the minutes that lie in a part of the day; all of them when none does. */
export function inPartOfDay(
  minutes: readonly number[],
  part: PartOfDay | undefined,
): readonly number[] {
  if (part === undefined) return minutes;
  const inPart = minutes.filter((minute) =>
    SPANS[part].some(([from, until]) => minute >= from && minute < until),
  );
  return inPart.length > 0 ? inPart : minutes;
}

const SPANS: Readonly<Record<PartOfDay, readonly (readonly [number, number])[]>> = {
  morning: [[0, NOON]],
  afternoon: [[NOON, 1080]],
  evening: [[960, 1440]],
  night: [
    [0, NIGHT_ENDS],
    [1020, 1440],
  ],
};

/** An hour with am or pm, or on the clock of 24 hours, is one reading; "8" and "8:30" are two. */
function clock(
  hourText: string,
  minute: number,
  half: string | undefined,
): readonly number[] | undefined {
  const hour = Number(hourText);
  if (hour > 23 || minute > 59) return undefined;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    return [((hour % 12) + (half.startsWith('p') ? 12 : 0)) * 60 + minute];
  }
  const onClockOf24 = hour === 0 || hour > 12 || hourText.startsWith('0');
  return onClockOf24
    ? [hour * 60 + minute]
    : [(hour % 12) * 60 + minute, ((hour % 12) + 12) * 60 + minute];
}

function exact(hour: string | undefined, minute: string | undefined): number {
  return Number(hour) * 60 + Number(minute);
}

function without(words: string, match: RegExpExecArray): string {
  const before = words.slice(0, match.index).replace(/\b(?:at|by|about|around)\s*$/, '');
  return `${before} ${words.slice(match.index + match[0].length)}`.replaceAll(/\s+/g, ' ').trim();
}
