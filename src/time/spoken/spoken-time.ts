/** Reads moments as people say them: "last night 10pm", "yesterday 8", "3 hours ago", "March 2019". */
import type { Day } from '../day.ts';
import type { Instant, LocalTime, Zone } from '../zone.ts';
import {
  inPartOfDay,
  NIGHT_ENDS,
  type PartOfDay,
  type SpokenClock,
  takeClock,
} from './spoken-clock.ts';
import { type Direction, readSpokenDay } from './spoken-day.ts';
import { COUNT, countOf } from './spoken-words.ts';

/** A day, with the minutes since its midnight when the hour was said. */
export interface Moment {
  readonly day: Day;
  readonly minute?: number;
}

/** More than one moment: what was said fits each, so it has to be asked back. */
export type Spoken =
  | { readonly is: 'moments'; readonly moments: readonly Moment[] }
  | { readonly is: 'span'; readonly from: Day; readonly to: Day }
  | { readonly is: 'vague' }
  | { readonly is: 'nothing' };

export interface SpokenView {
  readonly zone: Zone;
  readonly now: Instant;
  readonly direction: Direction;
  /** What was meant lies no later than this, where that is known. */
  readonly latest?: Instant;
  /** An hour is asked for, so that 1330 is one and no year; when none is, an hour alone names no day. */
  readonly wantsHour?: boolean;
}

const MINUTE = 60_000;

export function readSpoken(text: string, view: SpokenView): Spoken {
  const words = plainWords(text);
  if (words === '') return { is: 'nothing' };
  const exact = exactMoments(words, view);
  if (exact) return { is: 'moments', moments: exact };
  const isHour = view.wantsHour === true && /^\d{4}$/.test(words);
  const day = isHour ? undefined : readSpokenDay(words, dayView(view));
  if (day)
    return day.is === 'days'
      ? moments(
          day.days.map((each) => ({ day: each })),
          view,
        )
      : day;
  const clock = takeClock(isHour ? `at ${words}` : words);
  return (clock && withClock(clock, view)) ?? { is: 'nothing' };
}

/** Small letters, no commas, articles or words of doubt. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/([ap])\.?\s?m\b\.?/g, '$1m')
    .replaceAll(
      /[,~()]|\b(?:the|on|about|around|approximately|maybe|probably|i think|roughly|it was|was|this time)\b/g,
      ' ',
    )
    .replaceAll(/(\d{4}-\d{2}-\d{2})t(?=\d)/g, '$1 ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.!]$/, '');
}

const HOURS = new RegExp(
  `^${COUNT}(?: and a (half))?\\s*(minute|min|m|hour|hr|h)s?\\s*(?:ago|back|earlier)$`,
);
const IN_HOURS = new RegExp(`^in ${COUNT}(?: and a (half))?\\s*(minute|min|m|hour|hr|h)s?$`);

/** Moments that are counted from now. */
function exactMoments(words: string, { zone, now }: SpokenView): readonly Moment[] | undefined {
  const at = (shift: number): Moment => zone.localOf(now + shift * MINUTE);
  if (/^(?:just )?now$/.test(words)) return [at(0)];
  if (/^(?:a )?half (?:an )?hour ago$/.test(words)) return [at(-30)];
  const back = HOURS.exec(words);
  const [, low, high, half, unit] = back ?? IN_HOURS.exec(words) ?? [];
  if (low === undefined || unit === undefined) return undefined;
  const minutes = (count: string): number =>
    (countOf(count) + (half === undefined ? 0 : 0.5)) * (unit.startsWith('m') ? 1 : 60);
  const sign = back ? -1 : 1;
  return [low, high].filter((each) => each !== undefined).map((count) => at(sign * minutes(count)));
}

function withClock(clock: SpokenClock, view: SpokenView): Spoken | undefined {
  if (clock.rest === '')
    return view.wantsHour === false ? undefined : moments(withoutDay(clock, view), view);
  const spoken = readSpokenDay(clock.rest, dayView(view));
  if (!spoken || spoken.is !== 'days') return spoken;
  return moments(
    spoken.days.flatMap((day) => onDay(day, clock, spoken.part)),
    view,
  );
}

function onDay(
  day: Day,
  { minutes, isMidnight }: SpokenClock,
  part: PartOfDay | undefined,
): Moment[] {
  if (isMidnight && part === undefined)
    return [
      { day, minute: 0 },
      { day: day + 1, minute: 0 },
    ];
  return inPartOfDay(minutes, part).map((minute) => ({
    day: part === 'night' && minute < NIGHT_ENDS ? day + 1 : day,
    minute,
  }));
}

/** Only an hour: the last time that the clock showed it, or the next, or both. */
function withoutDay({ minutes }: SpokenClock, { zone, now, direction }: SpokenView): Moment[] {
  const today = zone.dayOf(now);
  return minutes.flatMap((minute) => {
    const isOver = instantOf({ day: today, minute }, zone) <= now;
    const past = { day: isOver ? today : today - 1, minute };
    const future = { day: isOver ? today + 1 : today, minute };
    if (direction === 'any') return [past, future];
    return [direction === 'past' ? past : future];
  });
}

/** Leaves out what cannot be meant, unless nothing else is left: then its fault is said. */
function moments(all: readonly Moment[], view: SpokenView): Spoken {
  const possible = all.filter((moment) => isPossible(moment, view));
  return { is: 'moments', moments: possible.length > 0 ? possible : all.slice(0, 1) };
}

function isPossible(
  { day, minute }: Moment,
  { zone, now, direction, latest }: SpokenView,
): boolean {
  const today = zone.dayOf(now);
  const instant = minute === undefined ? undefined : instantOf({ day, minute }, zone);
  if (latest !== undefined && (instant === undefined ? day > zone.dayOf(latest) : instant > latest))
    return false;
  if (direction === 'past') return instant === undefined ? day <= today : instant <= now;
  return direction === 'any' || day >= today;
}

/** Of a clock reading that a clock change makes two of, the later. */
function instantOf(local: LocalTime, zone: Zone): Instant {
  return zone.instantOf(local, 'later');
}

function dayView({ zone, now, direction }: SpokenView): {
  readonly today: Day;
  readonly direction: Direction;
} {
  return { today: zone.dayOf(now), direction };
}
