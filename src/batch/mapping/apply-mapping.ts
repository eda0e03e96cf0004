/** A row under its own names to answers under ours. What cannot be read as stated is a fault, and never guessed. */
import { isObject } from '../../intake/flatten.ts';
import { parseDay, yearsBetween } from '../../time/day.ts';
import type { RowAnswers, RowFault } from '../row.ts';
import { readDate } from './date-format.ts';
import { leaves } from './leaves.ts';
import { askedColumns, foldWord, type Mapping, type Origin } from './read-mapping.ts';

type Values = ReadonlyMap<string, unknown>;

export function applyMapping(
  row: RowAnswers,
  mapping: Mapping,
  facts: ReadonlySet<string>,
): RowAnswers {
  if (!row.ok || !isObject(row.answers)) return row;
  const used = new Set([...mapping.ignored, ...askedColumns(mapping)]);
  const faults: RowFault[] = [];
  const given = new Map<string, unknown>(Object.entries(row.aside ?? {}));
  for (const [name, value] of leaves(row.answers, (each) => used.has(each) || facts.has(each))) {
    if (given.has(name)) faults.push({ code: 'duplicate-field', field: name, message: TWICE });
    given.set(name, value);
  }
  const answers = new Map<string, unknown>(
    [...mapping.constants].filter(([, value]) => value !== null),
  );
  for (const [fact, origin] of mapping.facts) {
    if (origin.as === 'age') continue;
    const value = read(fact, origin, given, faults);
    const isAside = origin.columns.some((column) => row.aside?.[column] !== undefined);
    if (isAside) used.add(fact);
    put(answers, fact, isAside ? together(given.get(fact), value) : value);
  }
  for (const columns of mapping.medicines) {
    const entries = entriesOf(columns, given, mapping.ignored, faults);
    const { list } = columns;
    if (entries) answers.set(list, [...listAt(answers, list), ...entries]);
  }
  for (const [name, value] of given) {
    if (used.has(name) || row.aside?.[name] !== undefined) continue;
    if (facts.has(name) && !answers.has(name)) answers.set(name, value);
    else if (value !== null) faults.push({ code: 'unknown-field', field: name, message: UNSAID });
  }
  for (const [fact, origin] of mapping.facts)
    if (origin.as === 'age') put(answers, fact, age(fact, origin, { given, answers, faults }));
  return mapped(row, answers, faults, mapping.name && read('name', mapping.name, given, faults));
}

const UNSAID = 'the mapping says nothing of it';
const TWICE = 'it stands there twice, nested and flat';

function mapped(
  { chart }: Extract<RowAnswers, { ok: true }>,
  answers: Values,
  faults: readonly RowFault[],
  name: unknown,
): RowAnswers {
  const ours = Object.fromEntries(answers);
  if (faults.length > 0) {
    const id = answers.get('id');
    return { ok: false, faults, rest: ours, ...(typeof id === 'string' ? { id } : {}) };
  }
  return {
    ok: true,
    answers: ours,
    ...(chart === undefined ? {} : { chart }),
    ...(typeof name === 'string' ? { name } : {}),
  };
}

/** A row of the medicines file. */
export function applyFields(row: RowAnswers, fields: ReadonlyMap<string, Origin>): RowAnswers {
  if (!row.ok || !isObject(row.answers)) return row;
  const faults: RowFault[] = [];
  const entry = entryOf(fields, new Map(Object.entries(row.answers)), faults);
  return faults.length > 0
    ? { ok: false, faults }
    : { ok: true, answers: typeof entry === 'object' ? entry : {} };
}

/** The medicine of some columns; or, where a key lists them, each of its objects. An empty list is an answer. */
function entriesOf(
  { each, fields }: Mapping['medicines'][number],
  given: Values,
  ignored: ReadonlySet<string>,
  faults: RowFault[],
): readonly unknown[] | undefined {
  if (each === undefined) {
    const entry = entryOf(fields, given, faults);
    return entry === undefined ? undefined : [entry];
  }
  const value = given.get(each);
  if (!Array.isArray(value)) return value === undefined || value === null ? undefined : [value];
  const asked = new Set([...fields.values()].flatMap(({ columns }) => columns));
  return value.map((item: unknown) => {
    if (!isObject(item)) return item;
    for (const key of Object.keys(item)) {
      const name = `${each}.${key}`;
      if (!asked.has(key) && !ignored.has(name) && item[key] !== null)
        faults.push({ code: 'unknown-field', field: name, message: UNSAID });
    }
    return entryOf(fields, new Map(Object.entries(item)), faults) ?? {};
  });
}

function entryOf(
  fields: ReadonlyMap<string, Origin>,
  given: Values,
  faults: RowFault[],
): Record<string, unknown> | 'none' | undefined {
  const entry: Record<string, unknown> = {};
  for (const [field, origin] of fields) {
    const value = read(field, origin, given, faults);
    if (value !== undefined) entry[field] = value;
  }
  const names = Object.keys(entry);
  if (names.length === 1 && foldWord(String(entry['name'])) === 'none') return 'none';
  return names.length === 0 ? undefined : entry;
}

function read(field: string, origin: Origin, given: Values, faults: RowFault[]): unknown {
  const values = origin.columns
    .map((column) => given.get(column))
    .filter((value) => value !== undefined && value !== null && value !== '');
  if (values.length === 0) return undefined;
  const [only] = values;
  if (values.length === 1 && typeof only === 'object')
    return Array.isArray(only) ? listed(only, origin) : only;
  const whole = values.map(String).join(' ').trim();
  const text = partOf(whole, origin);
  if (text === '') return undefined;
  if (origin.separator !== undefined && origin.part === undefined) {
    const items = text.split(origin.separator).map((item) => word(item.trim(), origin));
    return items.filter((item) => item !== null && item !== '');
  }
  const ours = word(text, origin);
  if (ours === null) return undefined;
  if (origin.values.has(foldWord(text))) return ours;
  return origin.readers.length > 0 ? date(field, text, origin, faults) : withUnit(text, origin);
}

/** One of several values that stand in a cell, where the mapping asks for it; a word that stands for all of them is each. */
function partOf(text: string, { separator = ' ', part, values }: Origin): string {
  if (part === undefined || STATES.has(foldWord(text)) || values.has(foldWord(text))) return text;
  return text.split(separator)[part - 1]?.trim() ?? '';
}

function listed(items: readonly unknown[], origin: Origin): readonly unknown[] {
  return items
    .map((each) => (typeof each === 'string' ? word(each, origin) : each))
    .filter((each) => each !== null);
}

function word(text: string, { values }: Origin): string | number | boolean | null {
  const ours = values.get(foldWord(text));
  return ours === undefined ? text : ours;
}

const STATES = new Set(['unknown', 'declined']);
/** What a sheet makes of its dates; nobody reads it in another way. */
const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?$/;

function date(
  field: string,
  text: string,
  { readers, formats }: Origin,
  faults: RowFault[],
): string | undefined {
  if (STATES.has(foldWord(text)) || ISO.test(text)) return text;
  const found = readDate(text, readers);
  if (typeof found === 'string') return found;
  const isAmbiguous = found !== undefined;
  const written = `expected a date written ${formats.join(' or ')}`;
  faults.push({
    code: isAmbiguous ? 'ambiguous-date' : 'not-a-date',
    field,
    message: isAmbiguous ? `the date can be read in two ways; ${written}` : written,
  });
  return undefined;
}

function withUnit(text: string, { unit }: Origin): string {
  return unit !== undefined && /^[\d.,]+$/.test(text) ? `${text} ${unit}` : text;
}

/** What the patient answered with what a chart adds to it, of which `none` and a state that is no answer know nothing. */
function together(given: unknown, added: unknown): unknown {
  if (given === undefined || added === undefined) return given ?? added;
  if (typeof given === 'string' && STATES.has(foldWord(given))) return given;
  const all: readonly unknown[] = [...new Set<unknown>([given, added].flat())];
  const told = all.filter((each) => each !== 'none');
  const values = told.length > 0 ? told : all;
  return values.length === 1 ? values[0] : values;
}

/** Whole years from the date of birth to the procedure. */
function age(
  field: string,
  origin: Origin,
  { given, answers, faults }: { given: Values; answers: Values; faults: RowFault[] },
): unknown {
  const born = read(field, origin, given, faults);
  if (typeof born !== 'string' || STATES.has(foldWord(born))) return born;
  const at = answers.get('procedure.at');
  const from = parseDay(born.slice(0, 10));
  const until = parseDay(typeof at === 'string' ? at.slice(0, 10) : '');
  if (from === undefined)
    faults.push({ code: 'not-a-date', field, message: 'the date of birth is no day' });
  // A procedure without a day is refused where it is read: the fault is not of the age.
  return from === undefined || until === undefined ? undefined : yearsBetween(from, until);
}

function put(answers: Map<string, unknown>, fact: string, value: unknown): void {
  if (value !== undefined) answers.set(fact, value);
}

function listAt(answers: Values, list: string): readonly unknown[] {
  const present = answers.get(list);
  return Array.isArray(present) ? (present as readonly unknown[]) : [];
}
