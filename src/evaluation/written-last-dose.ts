/** When the words of an entry say that a medicine was taken last: "81 mg (last 11/19)", "stopped 2 weeks ago". */
import type { IntakeMedicine } from '../intake/answers.ts';
import type { Recognition } from '../medicines/recognition.ts';
import { readSpoken } from '../time/spoken/spoken-time.ts';
import type { Instant, Zone } from '../time/zone.ts';

/** What is known of the moment at which the words were written. */
export interface WrittenAt {
  readonly zone: Zone;
  readonly screenedAt: Instant;
}

/** `unclear`: the words leave open which day it was. `contradicted`: another day is told beside them, which counts. */
export interface WrittenLastDose {
  readonly words: string;
  readonly is: 'read' | 'unclear' | 'contradicted';
}

/** Month and day as numbers, which may be the other way round. */
const NUMBERS = /(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?(?!\d)/;
const NAMES_A_DAY = /\d[/.-]\d|[a-z]{3,}\.? \d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)? [a-z]{3}/i;
const WITH_YEAR = /\d{4}|\d[/.-]\d{1,2}[/.-]\d{2}/;

/** A day without its year that is longer ago than this is as likely one still to come. */
const MOST_DAYS = 180;

/** The medicine with the last dose that its words tell, where nothing else tells one, and what became of the words. */
export function withWrittenLastDose(
  given: IntakeMedicine,
  { lastTaken: words }: Recognition,
  at: WrittenAt | undefined,
): { readonly given: IntakeMedicine; readonly written?: WrittenLastDose } {
  if (words === undefined || !at) return { given };
  const instant = readWritten(words, at);
  if (given.last_taken !== undefined) {
    const { zone } = at;
    const isOther = instant !== undefined && zone.dayOf(instant) !== zone.dayOf(given.last_taken);
    // "Yesterday" may have been written on another day than that of the screening.
    const is = isOther && NAMES_A_DAY.test(words) ? 'contradicted' : 'read';
    return { given, written: { words, is } };
  }
  if (instant === undefined) return { given, written: { words, is: 'unclear' } };
  return { given: { ...given, last_taken: instant }, written: { words, is: 'read' } };
}

/** The latest moment that the words leave open; undefined when they may mean several days, none, or one to come. */
function readWritten(words: string, { zone, screenedAt }: WrittenAt): Instant | undefined {
  const isCounted = /\b(?:ago|back)\b/i.test(words);
  const [, first, second] = NUMBERS.exec(words) ?? [];
  const mayBeTurned = Number(first) <= 12 && Number(second) <= 12 && first !== second;
  const isIso = /\d{4}-\d{2}-\d{2}/.test(words);
  if (!isIso && !isCounted && mayBeTurned) return undefined;
  const today = zone.dayOf(screenedAt);
  const spoken = readSpoken(words, { zone, now: screenedAt, direction: 'past' });
  const moments = spoken.is === 'moments' ? spoken.moments : [];
  const days = new Set(moments.map(({ day }) => day));
  if (spoken.is !== 'span' && (days.size === 0 || (days.size > 1 && !isCounted))) return undefined;
  const day = spoken.is === 'span' ? Math.min(spoken.to, today) : Math.max(...days);
  const isOld = NAMES_A_DAY.test(words) && !WITH_YEAR.test(words) && today - day > MOST_DAYS;
  if (day > today || isOld) return undefined;
  const minutes = moments
    .filter((moment) => moment.day === day)
    .map(({ minute }) => minute ?? LAST);
  const minute = minutes.length > 0 ? Math.max(...minutes) : LAST;
  return Math.min(zone.instantOf({ day, minute }, 'later'), screenedAt);
}

const LAST = 23 * 60 + 59;
