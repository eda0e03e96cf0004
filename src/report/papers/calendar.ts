/** The patient's dated steps as an iCalendar file (RFC 5545). What a lock screen shows of it says next to nothing. */
import { readBack } from '../../time/parse-time.ts';
import { type Instant, Zone } from '../../time/zone.ts';
import type { PaperSource } from './paper-source.ts';
import { datedLines, standingDisposition, statusOf } from './patient-sheet.ts';
import { wordsOf } from './words-of.ts';
import { translatorOf } from './translator.ts';

interface CalendarEvent {
  /** What tells it from the others of the patient, the same at the next screening. */
  readonly key: string;
  readonly at: Instant;
  readonly summary: string;
  readonly description: string;
  readonly status: 'CONFIRMED' | 'TENTATIVE';
}

export function calendar(source: PaperSource): string {
  const { result, site } = source;
  const stamp = readBack(result.evaluated_at);
  const uids = new Map<string, number>();
  const lines = eventsOf(source).flatMap(({ key, at, summary, description, status }) => {
    const base = fingerprint(`${site.name} ${result.id} ${key}`);
    const count = (uids.get(base) ?? 0) + 1;
    uids.set(base, count);
    return [
      'BEGIN:VEVENT',
      `UID:${base}-${count}@prescreen`,
      `DTSTAMP:${utc(stamp)}`,
      // A later screening takes the place of an earlier one.
      `SEQUENCE:${Math.floor(stamp / 60_000)}`,
      `DTSTART:${utc(at)}`,
      `SUMMARY:${escaped(summary)}`,
      `DESCRIPTION:${escaped(description)}`,
      `STATUS:${status}`,
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ];
  });
  const whole = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//prescreen//patient steps//EN',
    'METHOD:PUBLISH',
    ...lines,
    'END:VCALENDAR',
  ];
  return whole.map((line) => `${folded(line)}\r\n`).join('');
}

function eventsOf(source: PaperSource): CalendarEvent[] {
  const { result, language, site } = source;
  const words = wordsOf(language);
  const translator = translatorOf(source);
  const review = translator.isReviewed ? '' : `\n\n${words.unreviewed}`;
  const call = `\n\n${words.labels.phone}: ${site.phone}${review}`;
  const steps = datedLines(source).map((line): CalendarEvent => ({
    key: `${line.rule} ${line.values?.['medicine'] ?? ''}`,
    at: readBack(line.at ?? ''),
    summary: words.calendarStep,
    description: `${translator.told(line).text}${call}`,
    status: 'CONFIRMED',
  }));
  const isGo = standingDisposition(source) === 'go';
  const state = statusOf(source).map((text) => translator.sentence(text).text);
  const visit: CalendarEvent = {
    key: 'procedure',
    at: readBack(result.procedure_at),
    summary: isGo ? words.calendarVisit : words.calendarUnconfirmed,
    description: `${state.join('\n\n')}${call}`,
    status: isGo ? 'CONFIRMED' : 'TENTATIVE',
  };
  return [...steps, visit].toSorted((a, b) => a.at - b.at);
}

const UTC = new Zone('UTC');

function utc(instant: Instant): string {
  return `${UTC.format(instant).slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** TEXT of RFC 5545, 3.3.11. */
function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', String.raw`\n`);
}

const LINE_OCTETS = 75;

/** Lines of at most 75 octets, a character never torn: RFC 5545, 3.1. */
function folded(line: string): string {
  let out = '';
  let used = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (used + octets > LINE_OCTETS) {
      out += '\r\n ';
      used = 1;
    }
    out += character;
    used += octets;
  }
  return out;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}

const FNV_OFFSET = 0xcbf2_9ce4_8422_2325n;
const FNV_PRIME = 0x100_0000_01b3n;

/** A name of 64 bits (FNV-1a) that is the same for the same text; it hides nothing, and shows nothing at a glance. */
function fingerprint(text: string): string {
  let hash = FNV_OFFSET;
  for (const character of text) {
    hash ^= BigInt(character.codePointAt(0) ?? 0);
    hash = BigInt.asUintN(64, hash * FNV_PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
