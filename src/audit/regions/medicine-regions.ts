/** The regions of what is told of a medicine, and of the moment of the screening. */
import { compare } from '../../evaluation/compare.ts';
import { meets, isTimeTest } from '../../evaluation/time-test.ts';
import { isReference, type Test } from '../../rules/phrase.ts';
import { factKinds } from '../../rules/fact-kinds.ts';
import type { MedicineField, TableRow } from '../../rules/rule-set.ts';
import type { Instant } from '../../time/zone.ts';
import { isLineFor } from '../table-lines.ts';
import type { Bench } from './bench.ts';
import type { Identity } from './identities.ts';
import { type Model, nobody, testsOfFact } from './model.ts';
import { momentsAround } from './moments.ts';
import { rowsOfTable } from './reading.ts';
import { distinct, durationsOf, resolvedTests } from './resolved-tests.ts';

type Told = string | number | boolean;

/** The values of a field that the tests tell apart; not told comes first. */
export function toldOptions(field: MedicineField, model: Model): (Told | undefined)[] {
  const tests = testsOfFact(field, model);
  if (tests.length === 0) return [undefined];
  if (field === 'dose_mg' || field === 'dose_units')
    return [undefined, ...alike(doses(tests), tests)];
  const references = tests.some((test) => test.is === 'one-of' && isReference(test.values));
  const named = tests.flatMap((test) =>
    test.is === 'one-of' && !isReference(test.values) ? test.values : [],
  );
  const all = model.benches.flatMap(
    ({ screener }) => factKinds(screener.prepared.ruleSet).get(field)?.choices ?? [],
  );
  const other = references ? all : all.filter((choice) => !named.includes(choice)).slice(0, 1);
  const names =
    field === 'frequency' ? [...named, 'weekly', 'daily'].slice(0, named.length + 1) : named;
  return [
    undefined,
    ...(references ? distinct([...other, ...names]) : alike(distinct([...other, ...names]), tests)),
  ];
}

/** One value of all to which the tests say the same. */
function alike<T extends Told>(values: readonly T[], tests: readonly Test[]): T[] {
  const seen = new Map<string, T>();
  for (const value of values) {
    const met = tests.map((test) => {
      if (test.is === 'one-of')
        return !isReference(test.values) && test.values.some((each) => each === value);
      return (
        test.is === 'number' &&
        !isReference(test.amount) &&
        compare(test.op, Number(value), test.amount)
      );
    });
    const key = met.map(Number).join('');
    if (!seen.has(key)) seen.set(key, value);
  }
  return [...seen.values()];
}

function doses(tests: readonly Test[]): number[] {
  const limits = tests.flatMap((test) =>
    test.is === 'number' && !isReference(test.amount) ? [test.amount] : [],
  );
  return distinct(limits.flatMap((limit) => [limit, limit + 1, Math.max(1, limit - 1)])).toSorted(
    (a, b) => a - b,
  );
}

/** Longer than most waits; a longer wait has a region of its own. */
const LONG_AGO = 90 * 86_400_000;

/** Last doses on every side of the boundaries that this medicine has; one long ago comes first. */
export function lastTakenOptions(
  model: Model,
  identity: Identity,
  latest: Instant,
): (Instant | undefined)[] {
  const moments = timesOf(model, [identity]).filter((instant) => instant <= latest);
  const old = moments
    .filter((instant) => instant < model.healthy.procedure_at - LONG_AGO)
    .toSorted((a, b) => b - a)
    .slice(0, 1);
  return [...merged([...old, ...moments], model, [identity]), undefined];
}

/** Moments of a screening: that of the healthy patient, then on every side of the boundaries of the medicines. */
export function screenedAtOptions(model: Model, identities: readonly Identity[]): Instant[] {
  const { healthy, benches } = model;
  const zone = benches[0]?.screener.zone;
  const day = zone?.dayOf(healthy.procedure_at);
  const possible = [
    healthy.screened_at,
    healthy.procedure_at,
    ...timesOf(model, identities),
  ].filter((instant) => zone !== undefined && zone.dayOf(instant) <= (day ?? 0));
  return merged(possible, model, identities, true);
}

function timesOf(model: Model, identities: readonly Identity[]): Instant[] {
  const { benches, healthy } = model;
  const zone = benches[0]?.screener.zone;
  if (!zone) return [];
  const durations = durationsOf(
    benches.flatMap((bench, index) => doseTests(model, bench, index, identities)),
  );
  return momentsAround(healthy.procedure_at, distinct(durations), zone);
}

/** The tests of the last dose that a bench can put to these medicines, with the amounts of their table lines. */
function doseTests(
  { readings }: Model,
  { screener: { prepared } }: Bench,
  index: number,
  identities: readonly Identity[],
): Test[] {
  const reading = readings[index];
  const isOwn = (row: TableRow): boolean =>
    identities.some(({ known }) => {
      const medicine = known[index];
      return medicine !== undefined && isLineFor(row, medicine);
    });
  const rows = [...(reading?.tables ?? [])]
    .flatMap((table) => rowsOfTable(table, prepared))
    .filter(isOwn);
  return (reading?.tests.get('last_taken') ?? []).flatMap((test) =>
    resolvedTests(test, prepared, rows),
  );
}

/** One moment for every region, the first of each. */
function merged(
  moments: readonly Instant[],
  model: Model,
  identities: readonly Identity[],
  withDay = false,
): Instant[] {
  const { benches, healthy, readings } = model;
  const tests = benches.map((bench, index) =>
    doseTests(model, bench, index, identities).filter(isTimeTest),
  );
  const comparesDays = readings.some(({ tests: of }) =>
    [...of.values()].flat().some(({ is }) => is === 'after-last-dose'),
  );
  const contexts = benches.map((bench) => nobody(bench, healthy));
  const seen = new Map<string, Instant>();
  for (const instant of moments) {
    const met = contexts.flatMap((context, index) =>
      (tests[index] ?? []).map((test) =>
        Number(meets(test, { instant }, context, { needs: new Set() })),
      ),
    );
    const day = contexts[0]?.zone.dayOf(instant);
    const key = [
      ...met,
      withDay ? day === contexts[0]?.procedureDay : '',
      comparesDays ? day : '',
    ].join(' ');
    if (!seen.has(key)) seen.set(key, instant);
  }
  return [...seen.values()];
}
