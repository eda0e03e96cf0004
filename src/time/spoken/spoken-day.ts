/** Reads the day in what somebody says of a moment: "yesterday", "last Monday", "2 weeks ago", "11/20". */
import { addToDay, type Day, parseDay, plainDate, weekday } from '../day.ts';
import type { PartOfDay } from './spoken-clock.ts';
import { countOf, COUNT, MONTH, monthOf, WEEKDAY, weekdayOf } from './spoken-words.ts';

/** On which side of the screening the moment lies. */
export type Direction = 'past' | 'future' | 'any';

/** Several days: what was said fits each of them. A span: all that is known is that it lies within. */
export type SpokenDay =
  | { readonly is: 'days'; readonly days: readonly Day[]; readonly part?: PartOfDay }
  | { readonly is: 'span'; readonly from: Day; readonly to: Day }
  | { readonly is: 'vague' };

export interface DayView {
  readonly today: Day;
  readonly direction: Direction;
}

interface Way {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, view: DayView) => SpokenDay | undefined;
}

const days = (...of: readonly Day[]): SpokenDay => ({ is: 'days', days: [...new Set(of)] });

const RELATIVE: readonly Way[] = [
  {
    pattern: /^(?:day before yesterday|night before last)$/,
    read: (_, { today }) => days(today - 2),
  },
  { pattern: /^(?:day after tomorrow)$/, read: (_, { today }) => days(today + 2) },
  { pattern: /^(?:today|this day)$/, read: (_, { today }) => days(today) },
  { pattern: /^yesterday$/, read: (_, { today }) => days(today - 1) },
  { pattern: /^tomorrow$/, read: (_, { today }) => days(today + 1) },
  {
    pattern: new RegExp(
      `^${COUNT}\\s*(day|d|week|wk|w|month|mo|year|yr|y)s?\\s*(?:ago|back|earlier)$`,
    ),
    read: ([, low = '', high = '', unit = ''], { today }) => shifted(today, [low, high], unit, -1),
  },
  {
    pattern: new RegExp(`^in\\s+${COUNT}\\s*(day|d|week|wk|w|month|mo|year|yr|y)s?$`),
    read: ([, low = '', high = '', unit = ''], { today }) => shifted(today, [low, high], unit, 1),
  },
  {
    pattern:
      /^(?:a )?(?:few|several) (?:days|weeks|months|years) (?:ago|back)$|^(?:last|this|next) (?:week|month|year|weekend)$|^(?:recently|lately|long ago|a while ago)$/,
    read: () => ({ is: 'vague' }),
  },
];

const CALENDAR: readonly Way[] = [
  { pattern: /^(\d{4}-\d{2}-\d{2})$/, read: ([, iso = '']) => dayIf(parseDay(iso)) },
  {
    pattern: new RegExp(`^(?:(last|past|this past|this|next|coming|this coming) )?${WEEKDAY}$`),
    read: ([, which = '', name = ''], view) => onWeekday(which, weekdayOf(name), view),
  },
  {
    pattern: /^(\d{1,2})[/.-](\d{1,2})$/,
    read: ([, a, b], view) => monthAndDay(Number(a), Number(b), view),
  },
  {
    pattern: /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/,
    read: ([, a, b, year = ''], view) =>
      dayIf(calendarDay(yearOf(year, view), ...usual(Number(a), Number(b)))),
  },
  {
    pattern: new RegExp(`^${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?$`),
    read: ([, name = '', day, year], view) => named(monthOf(name), Number(day), year, view),
  },
  {
    pattern: new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}(?: (\\d{4}))?$`),
    read: ([, day, name = '', year], view) => named(monthOf(name), Number(day), year, view),
  },
  { pattern: /^(\d{1,2})(?:st|nd|rd|th)$/, read: ([, day], view) => dayOfMonth(Number(day), view) },
  {
    pattern: new RegExp(`^(?:in )?${MONTH}(?: (\\d{4}))?$`),
    read: ([, name = '', year], view) => month(monthOf(name), year, view),
  },
  {
    pattern: /^(?:in )?(19\d{2}|20\d{2})$/,
    read: ([, year], view) => span(Number(year), 1, 12, view),
  },
];

/** Undefined when the words name no day. They come in small letters, without commas and articles. */
export function readSpokenDay(words: string, view: DayView): SpokenDay | undefined {
  const { rest, part } = takePart(words);
  for (const { pattern, read } of [...RELATIVE, ...CALENDAR]) {
    const match = pattern.exec(rest);
    const found = match && read(match, view);
    if (found) return part !== undefined && found.is === 'days' ? { ...found, part } : found;
  }
  return undefined;
}

const PART = /(?:^|\s)(?:in\s+|at\s+|early\s+|late\s+)*(morning|afternoon|evening|night|tonight)$/;

const PART_FIRST = /^(?:(?:in|at) )?(morning|afternoon|evening|night) (\S+)$/;

/** "This morning" and "tonight" are today; "last night" is the night after yesterday. */
function takePart(words: string): { readonly rest: string; readonly part?: PartOfDay } {
  const turned = words.replace(PART_FIRST, '$2 $1');
  const match = PART.exec(turned);
  if (!match) return { rest: words };
  const rest = turned.slice(0, match.index).trim();
  const word = match[1];
  const part = word === 'morning' || word === 'afternoon' || word === 'evening' ? word : 'night';
  if (rest === 'last') return { rest: 'yesterday', part };
  return { rest: rest === '' || rest === 'this' ? 'today' : rest, part };
}

function dayIf(day: Day | undefined): SpokenDay | undefined {
  return day === undefined ? undefined : days(day);
}

function shifted(
  today: Day,
  [low, high]: readonly [string, string],
  unit: string,
  sign: 1 | -1,
): SpokenDay | undefined {
  const counts = [low, high].filter((each) => each !== '').map(countOf);
  if (counts.some((count) => count > 1200)) return undefined;
  return days(
    ...counts.map((count) => {
      if (unit.startsWith('d')) return today + sign * count;
      if (unit.startsWith('w')) return today + sign * count * 7;
      return addToDay(
        today,
        { count: unit.startsWith('y') ? count * 12 : count, unit: 'months' },
        sign,
      );
    }),
  );
}

/** A weekday that is today may be today or a week away; "last Monday" may be the one just gone or the one before. */
function onWeekday(which: string, wanted: number, { today, direction }: DayView): SpokenDay {
  const back = (weekday(today) - wanted + 7) % 7;
  const ahead = (7 - back) % 7;
  if (which === 'past' || which === 'this past') return days(today - (back === 0 ? 7 : back));
  if (which === 'coming' || which === 'this coming') return days(today + (ahead === 0 ? 7 : ahead));
  if (which === 'last') return back === 0 ? days(today - 7) : days(today - back, today - back - 7);
  if (which === 'next')
    return ahead === 0 ? days(today + 7) : days(today + ahead, today + ahead + 7);
  const past = back === 0 && which === '' ? [today, today - 7] : [today - back];
  const future = ahead === 0 && which === '' ? [today, today + 7] : [today + ahead];
  if (direction === 'any') return days(...past, ...future);
  return days(...(direction === 'past' ? past : future));
}

/** Month first, as people here write it; the other way round only where it cannot be meant so. */
function usual(a: number, b: number): readonly [number, number] {
  return a > 12 && b <= 12 ? [b, a] : [a, b];
}

function monthAndDay(a: number, b: number, view: DayView): SpokenDay | undefined {
  return nearest((year) => calendarDay(year, ...usual(a, b)), view);
}

function named(
  monthNumber: number,
  day: number,
  year: string | undefined,
  view: DayView,
): SpokenDay | undefined {
  if (year !== undefined) return dayIf(calendarDay(Number(year), monthNumber, day));
  return nearest((each) => calendarDay(each, monthNumber, day), view);
}

/** The year that is not said: the latest with that day in the past, or the next to come, or the nearest. */
function nearest(
  inYear: (year: number) => Day | undefined,
  { today, direction }: DayView,
): SpokenDay | undefined {
  const { year } = plainDate(today);
  const candidates = [-4, -3, -2, -1, 0, 1, 2, 3, 4].flatMap((shift) => inYear(year + shift) ?? []);
  const past = candidates.findLast((day) => day <= today);
  const future = candidates.find((day) => day >= today);
  if (direction !== 'any') return dayIf(direction === 'past' ? past : future);
  if (past === undefined || future === undefined) return dayIf(past ?? future);
  return days(today - past <= future - today ? past : future);
}

function dayOfMonth(day: number, { today, direction }: DayView): SpokenDay | undefined {
  const { year, month: now } = plainDate(today);
  const candidates = [-2, -1, 0, 1, 2].flatMap((shift) => {
    const index = year * 12 + now - 1 + shift;
    return calendarDay(Math.floor(index / 12), (index % 12) + 1, day) ?? [];
  });
  const past = candidates.findLast((each) => each <= today);
  const future = candidates.find((each) => each >= today);
  if (direction === 'any') return days(...[past, future].filter((each) => each !== undefined));
  return dayIf(direction === 'past' ? past : future);
}

function month(number: number, year: string | undefined, view: DayView): SpokenDay | undefined {
  if (year !== undefined) return span(Number(year), number, number, view);
  const now = plainDate(view.today);
  const shift =
    view.direction === 'future' ? Number(number < now.month) : -Number(number > now.month);
  return span(now.year + shift, number, number, view);
}

/** Cut off at today where it cannot lie on the other side. */
function span(
  year: number,
  first: number,
  last: number,
  { today, direction }: DayView,
): SpokenDay | undefined {
  const from = calendarDay(year, first, 1);
  const next = last === 12 ? calendarDay(year + 1, 1, 1) : calendarDay(year, last + 1, 1);
  if (from === undefined || next === undefined) return undefined;
  const low = direction === 'future' ? Math.max(from, today) : from;
  const high = direction === 'past' ? Math.min(next - 1, today) : next - 1;
  return low <= high ? { is: 'span', from: low, to: high } : { is: 'span', from, to: next - 1 };
}

function yearOf(text: string, { today }: DayView): number {
  if (text.length === 4) return Number(text);
  const near = 2000 + Number(text);
  return near > plainDate(today).year + 3 ? near - 100 : near;
}

function calendarDay(year: number, monthNumber: number, day: number): Day | undefined {
  const two = (value: number): string => String(value).padStart(2, '0');
  return parseDay(`${String(year).padStart(4, '0')}-${two(monthNumber)}-${two(day)}`);
}
