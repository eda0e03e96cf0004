/** Examples with the medicine of a table line in the place of theirs, taken last on either side of its times. */
import type { Context, PreparedRule, PreparedRules } from '../evaluation/context.ts';
import { tablesOf } from '../evaluation/table-lines.ts';
import type { TableRow } from '../rules/rule-set.ts';
import type { Zone } from '../time/zone.ts';
import type { Bench } from './regions/bench.ts';
import { momentsAround } from './regions/moments.ts';
import { conditionsIn, readingOf } from './regions/reading.ts';
import type { Raw } from './regions/written.ts';
import type { Trial } from './trials.ts';

const LISTS = ['medications', 'supplements'] as const;

/** A line, by the name of its table. */
interface NamedLine {
  readonly table: string;
  readonly row: TableRow;
}

/** The rules that go through the lines of a table; first those that name it and no other, last those of definitions. */
export function readersOf(table: string, prepared: PreparedRules): PreparedRule[] {
  const named = ({ condition }: PreparedRule): number => {
    const tables = tablesOf(condition);
    return tables.includes(table) ? tables.length : Infinity;
  };
  return prepared.rules
    .filter((rule) => readingOf(conditionsIn(rule), prepared).tables.has(table))
    .toSorted((a, b) => named(a) - named(b) || 0);
}

/** Answers for examples of the rules that read the table. */
export function* otherMedicines(
  { table, row }: NamedLine,
  trials: readonly Trial[],
  { screener, vocabulary }: Bench,
): Generator<{ readonly rule: string; readonly given: Raw }> {
  const readers = readersOf(table, screener.prepared).map(({ body }) => body.id);
  const names = row.drug ?? (row.class ?? []).flatMap((name) => nameIn(name, vocabulary));
  for (const rule of readers) {
    for (const { of, context } of trials) {
      if (!('rule' in of) || of.rule !== rule) continue;
      const doses = lastDoses(row, context, screener.zone);
      for (const name of names)
        for (const given of withMedicine(of.example.given, name, doses)) yield { rule, given };
    }
  }
}

/** A medicine of a class. */
function nameIn(name: string, { ingredients }: Bench['vocabulary']): string[] {
  const found = ingredients.find(({ classes }) => classes.includes(name));
  return found ? [found.name] : [];
}

function* withMedicine(given: Raw, name: string, doses: readonly string[]): Generator<Raw> {
  for (const list of LISTS) {
    const medicines: unknown = given[list];
    if (!Array.isArray(medicines)) continue;
    for (const [index, medicine] of medicines.entries()) {
      const own: object = typeof medicine === 'object' && medicine !== null ? medicine : {};
      yield { ...given, [list]: medicines.with(index, { ...own, name }) };
      for (const at of doses)
        yield { ...given, [list]: medicines.with(index, { ...own, name, last_taken: at }) };
    }
  }
}

function lastDoses(row: TableRow, { procedureAt, screenedAt }: Context, zone: Zone): string[] {
  const times = Object.values(row.values).flatMap((cell) =>
    typeof cell === 'object' && 'unit' in cell ? [cell] : [],
  );
  return [...new Set(momentsAround(procedureAt, times, zone))]
    .filter((moment) => moment <= screenedAt)
    .map((moment) => zone.format(moment).slice(0, 16));
}
