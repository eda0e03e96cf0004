import { REGIMENS } from '../medicines/ways-of-taking.ts';
import { REASONS } from '../rules/fact-kinds.ts';
import type { Path } from '../source/document.ts';
import { didYouMean } from '../source/suggest.ts';
import { parseDay } from '../time/day.ts';
import { parseInstant } from '../time/parse-time.ts';
import type { Instant } from '../time/zone.ts';
import type { IntakeMedicine } from './answers.ts';
import { found, type IntakeFault, type Read } from './fault.ts';
import { isObject } from './flatten.ts';
import { readCell } from './medicine-cell.ts';
import { type Clock, readChoice, readYesNo } from './read-value.ts';

export const MEDICINE_CHOICES = {
  regimen: choices(...REGIMENS),
  route: choices('oral', 'injection', 'topical', 'eye', 'inhaled'),
  taken_for: choices(...REASONS),
};

/** Years on either side of the screening within which a wrong year is no mere slip of the pen. */
const YEARS_BACK = 80;
const YEARS_AHEAD = 3;

type Reader = (value: unknown, clock: Clock) => Read<string | number | boolean>;

const READERS: Readonly<Record<string, Reader>> = {
  name: readName,
  dose: readName,
  regimen: (value) => readChoice(value, MEDICINE_CHOICES.regimen),
  route: (value) => readChoice(value, MEDICINE_CHOICES.route),
  taken_for: (value) => readChoice(value, MEDICINE_CHOICES.taken_for),
  last_taken: readLastTaken,
  still_taking: readYesNo,
  prescriber_agrees: readYesNo,
};

/** Reads the medicines of one list: objects, plain names, or the text of a CSV cell. `none` is an answer. */
export function readMedicines(
  list: 'medications' | 'supplements',
  value: unknown,
  clock: Clock,
): { readonly medicines: readonly IntakeMedicine[]; readonly faults: readonly IntakeFault[] } {
  const faults: IntakeFault[] = [];
  if (typeof value !== 'string' && !Array.isArray(value)) {
    const message = `found ${found(value)}, expected a list of medicines`;
    return { medicines: [], faults: [{ code: 'wrong-type', path: [list], field: list, message }] };
  }
  const entries = entriesOf(list, value);
  const medicines = entries.flatMap(({ item, path }, index) => {
    const complain = (fault: Omit<IntakeFault, 'path' | 'field'>, key?: string): void => {
      const field = key === undefined ? list : `${list}[${index}].${key}`;
      faults.push({
        ...fault,
        field,
        path: key === undefined || typeof path.at(-1) === 'string' ? path : [...path, key],
      });
    };
    if (saysNone(item)) {
      if (entries.length > 1)
        complain({ code: 'none-with-others', message: 'found `none` beside a medicine' });
      return [];
    }
    if (!isObject(item)) {
      complain({ code: 'wrong-type', message: `found ${found(item)}, expected a medicine` });
      return [];
    }
    const read = readMedicine(item, clock, complain);
    if (read && /^none\b/i.test(read.name)) {
      complain({ code: 'none-with-others', message: 'found `none` beside other words' });
    }
    return read ? [{ list, index, ...read }] : [];
  });
  return { medicines, faults };
}

/** The entries of a list, each with its place. A text, alone or in a list, may hold several, as a CSV cell does. */
function entriesOf(
  list: string,
  value: string | readonly unknown[],
): readonly { readonly item: unknown; readonly path: Path }[] {
  if (typeof value === 'string') return readCell(value).map((item) => ({ item, path: [list] }));
  return value.flatMap((item, index) => {
    if (typeof item !== 'string') return [{ item, path: [list, index] }];
    return readCell(item).map((part) => ({ item: part, path: [list, index] }));
  });
}

function saysNone(item: unknown): boolean {
  const name = isObject(item) ? item['name'] : item;
  return typeof name === 'string' && name.trim().toLowerCase() === 'none';
}

type Complain = (fault: Omit<IntakeFault, 'path' | 'field'>, key: string) => void;

function readMedicine(
  entry: Readonly<Record<string, unknown>>,
  clock: Clock,
  complain: Complain,
): Omit<IntakeMedicine, 'list' | 'index'> | undefined {
  const read: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(entry)) {
    const reader = READERS[key];
    if (!reader) {
      complain(
        {
          code: 'unknown-field',
          message: `\`${key}\` is nothing that is told of a medicine`,
          atKey: true,
          ...didYouMean(key, Object.keys(READERS)),
        },
        key,
      );
    } else if (key === 'name' ? !isEmpty(value) : !isUnanswered(value)) {
      const result = reader(value, clock);
      if ('fault' in result) complain(result.fault, key);
      else read[key] = result.value;
    }
  }
  const { name } = read;
  if (typeof name !== 'string') {
    complain({ code: 'missing-field', message: 'the medicine has no name' }, 'name');
    return undefined;
  }
  return { ...read, name };
}

/** A medicine whose name the patient does not know is one all the same: only without any word is there none. */
function isEmpty(value: unknown): boolean {
  return (
    value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
  );
}

function isUnanswered(value: unknown): boolean {
  return (
    isEmpty(value) ||
    (typeof value === 'string' && ['unknown', 'declined'].includes(value.trim().toLowerCase()))
  );
}

function readName(value: unknown): Read<string> {
  if (typeof value === 'string') return { value: value.replaceAll(/\p{Cc}+/gu, ' ').trim() };
  if (typeof value === 'number') return { value: String(value) };
  return { fault: { code: 'wrong-type', message: `found ${found(value)}, expected a text` } };
}

/** A date alone is read as its last minute, or as the screening when that is earlier: the cautious reading. */
function readLastTaken(value: unknown, { zone, screenedAt }: Clock): Read<Instant> {
  const text = typeof value === 'string' ? value.trim() : '';
  const day = parseDay(text);
  const instant = day === undefined ? parseInstant(text, zone, 'later') : endOfDay(day);
  if (instant === undefined) {
    return {
      fault: {
        code: 'not-a-date',
        message: `found ${found(value)}, expected a date, with the hour if it is known`,
        help: 'write it like 2026-11-20 or 2026-11-20T08:00',
      },
    };
  }
  const daysAgo = zone.dayOf(screenedAt) - zone.dayOf(instant);
  if (daysAgo > YEARS_BACK * 366 || daysAgo < -YEARS_AHEAD * 366) {
    return {
      fault: {
        code: 'implausible-value',
        message: 'found a year that cannot be meant',
        help: 'look for a slip in the year',
      },
    };
  }
  const future = day === undefined ? instant > screenedAt : daysAgo < 0;
  if (future) {
    return {
      fault: {
        code: 'in-the-future',
        message: 'found a last dose after the screening, expected one before it',
      },
    };
  }
  return { value: Math.min(instant, screenedAt) };

  function endOfDay(date: number): Instant {
    return zone.instantOf({ day: date, minute: 23 * 60 + 59 }, 'later');
  }
}

function choices(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}
