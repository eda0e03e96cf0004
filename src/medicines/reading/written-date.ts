/**
 * The ways in which a medicine line writes a day or an hour. They are found, not interpreted: "11/19" and
 * "last Friday" mean a day only to somebody who knows when they were written.
 */

/** `last-taken`: when the last dose was; `if-stopped`: that too, when the line says that it was stopped. */
type DateUse = 'last-taken' | 'if-stopped' | 'other';

/** `start` and `end` are offsets of all the words that belong to it, `words` the day or hour itself. */
export interface WrittenDate {
  readonly words: string;
  readonly use: DateUse;
  readonly start: number;
  readonly end: number;
}

const WEEKDAY = '(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?';
/** No other letters: "Janumet 50" is no day of January. */
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])\\.?';
const COUNT =
  '(?:\\d+(?:\\s*(?:-|to|or)\\s*\\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|(?:a )?couple(?: of)?|(?:a )?few|several)';
const UNIT = '(?:min(?:ute)?|h(?:ou)?r|h|day|d|w(?:ee)?k|mo(?:nth)?|y(?:ea)?r)s?';
const HOUR =
  '(?:\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[ap]\\.?m\\b\\.?)?|\\d{1,2}\\s*[ap]\\.?m\\b\\.?|noon|midnight)';

const ISO = '\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?';
const FULL = `(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:\\d{4}|\\d{2})|${MONTH}\\s*\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s*\\d{4})?|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}(?:\\s*\\d{4})?)`;
const SHORT = `(?:\\d{1,2}/\\d{1,2}(?!\\s*(?:an?\\b|tab|cap|pill|of\\b))|${MONTH}(?:\\s*\\d{4})?|${WEEKDAY}|(?:19|20)\\d{2}(?![\\d/-]|\\s*(?:u\\b|units?|iu|m?c?g|meq)\\b)|${HOUR})`;
const PART = '(?:\\s+(?:early\\s+)?(?:morning|afternoon|evening|night|am|pm))?';
const PAST = `(?:${COUNT}\\s*${UNIT}\\s+(?:ago|back)|(?:earlier )?(?:yesterday|today)${PART}|last\\s+(?:night|nite|week|month|year|${WEEKDAY}${PART})|this\\s+(?:morning|afternoon|evening|am|pm|week|month|${WEEKDAY}))`;
const SPAN = `(?:for|x|in|over)\\s*(?:the\\s+)?(?:last\\s+|past\\s+)?${COUNT}\\s*${UNIT}`;

const GAP = '[\\s:(,-]*';
const LAST = `(?:last(?!\\s+(?:night|nite|week|month|year|${WEEKDAY})\\b)(?:\\s+(?:taken|took|dose|dosed|used|had|given|injected|injection|inj|shot|infusion|pill|tablet|one))*|(?:until|till|thru|through|ld)|took(?:\\s+(?:it|one))?|taken|@)(?:\\s+(?:was|on|at|taken))*`;
/** "Last dose of (name) was": the day stands after the name, where a number alone is how much of it. */
const LAST_OF =
  '(?<=\\blast\\s+(?:dose|dosed|took|taken|used|had|shot|injection|pill)\\b[^,;:]{1,40}\\s)(?:(?:was|on|at)\\s+)*(?!\\d{4}(?![\\d/-]))';
const STARTED =
  '(?:started?|starting|began|begun|refilled|filled|prescribed|due|next(?:\\s+dose)?)(?:\\s+(?:on|in|at|since))*';
const STOPPED =
  "(?:stop(?:ped)?|h[eo]ld(?:ing)?|quit|off|discontinued|d/c(?:'?d)?|dcd|since|none)(?:\\s+(?:it|on|in|at|since))*";
const FROM = `(?:(?:${HOUR}|[0-2]\\d[0-5]\\d)\\s+(?:on\\s+)?)?`;
const AT = `(?:(?:\\s+at|,|\\s+@)?\\s*${HOUR})?`;

const PATTERN = new RegExp(
  [
    // What leads to a day comes before one list of days: each further copy of it costs time at every start.
    `(?:(?<last>${LAST}${GAP}|${LAST_OF})${FROM}|${STARTED}${GAP}|(?<stopped>${STOPPED}${GAP}))(?:${ISO}|${PAST}|${FULL}|${SHORT})${AT}`,
    `${STARTED}${GAP}${SPAN}${AT}`,
    `(?<past>${PAST}${AT})`,
    `(?<span>${SPAN})`,
    `(?<date>(?:${ISO}|${FULL})${AT})`,
  ]
    .map((way) => `(?:(?<![a-z0-9/])(?:${way})(?![a-z0-9/%]))`)
    .join('|'),
  'gi',
);

/** Every day or hour that a line writes, from left to right. A bare 11/19 is left alone: it may be a strength. */
export function writtenDates(line: string): WrittenDate[] {
  return [...line.matchAll(PATTERN)].map(({ 0: whole, index, groups = {} }) => {
    const { last, stopped = '', past, span } = groups;
    const end = index + whole.length;
    if (last !== undefined)
      return { words: whole.slice(last.length), use: 'last-taken', start: index, end };
    const words = whole.slice(stopped.length);
    const start = end - words.length;
    if (past !== undefined) return { words, use: 'last-taken', start, end };
    const isSpan = stopped !== '' || span !== undefined;
    return { words, use: isSpan ? 'if-stopped' : 'other', start, end };
  });
}
