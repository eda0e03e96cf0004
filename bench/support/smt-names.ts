/** What a rule can see of the names of a formulary, and on what sides of its boundaries a dose can lie. */
import type { Bench } from '../../src/audit/regions/bench.ts';
import type { Identity } from '../../src/audit/regions/identities.ts';
import type { Model } from '../../src/audit/regions/model.ts';
import type { Reading } from '../../src/audit/regions/reading.ts';
import { resolvedTests } from '../../src/audit/regions/resolved-tests.ts';
import type { PreparedRules } from '../../src/evaluation/context.ts';
import { agreed } from '../../src/evaluation/screened-medicine.ts';
import { isTimeTest, type TimeTest } from '../../src/evaluation/time-test.ts';
import { isReference, type Test } from '../../src/rules/phrase.ts';
import { isLineFor, type Kind, kindsOf, TOLD } from './smt-medicine.ts';

/** What was told, where it agrees with what the name tells. */
export function jointly(field: string, value: unknown, identity: unknown): unknown {
  if (field !== 'route' && field !== 'regimen') return value;
  const [own] = (identity as Identity | undefined)?.known ?? [];
  return agreed(typeof value === 'string' ? value : undefined, own?.[field]);
}

/** What the tests of a rule can see of a name. */
export function seenOf(kind: Kind, { ruleSet }: PreparedRules, { tests, tables }: Reading): string {
  const rows = ruleSet.tables.filter(({ id }) => tables.has(id)).flatMap((table) => table.rows);
  const named = (field: string): string[] =>
    (tests.get(field) ?? []).flatMap((test) => {
      if (test.is !== 'one-of') return [];
      const { values } = test;
      if (!isReference(values)) return values.map(String);
      return rows.flatMap((row) => [row.values[values.ref] ?? []].flat().map(String));
    });
  const lines = rows.map((row) => isLineFor(row, kind));
  return JSON.stringify([
    [...new Set(named('class'))].map((name) => kind.classes.has(name)),
    [...new Set(named('ingredient'))].map((name) => kind.ingredients.has(name)),
    lines,
    tests.has('recognised') && kind.isRecognised,
    tests.has('over_the_counter') && kind.over_the_counter,
    tests.has('route') && kind.isLocal,
  ]);
}

/** One of each kind of name that the rule tells apart. */
export function seenKinds(bench: Bench, reading: Reading): Kind[] {
  const { prepared } = bench.screener;
  const told = TOLD.filter((field) => reading.tests.has(field));
  const keyOf = (kind: Kind): string =>
    JSON.stringify([seenOf(kind, prepared, reading), told.map((field) => kind[field] ?? null)]);
  return [...new Map(kindsOf(bench).map((kind) => [keyOf(kind), kind])).values()];
}

/** The tests of a last dose with the amounts of the lines that a name has. */
export function dosesOf(
  { benches: [bench], readings: [reading] }: Model,
  { known: [own] }: Identity,
): TimeTest[] {
  if (!bench || !reading || !own) return [];
  const { prepared } = bench.screener;
  const rows = prepared.ruleSet.tables
    .filter(({ id }) => reading.tables.has(id))
    .flatMap((table) => table.rows)
    .filter((row) => isLineFor(row, own));
  const tests = reading.tests.get('last_taken') ?? [];
  return tests.flatMap((test) => resolvedTests(plain(test), prepared, rows)).filter(isTimeTest);
}

/** Without what makes of a missing answer, or turns it round. */
export function plain(test: Test): Test {
  const { negated: _, known: __, ...core } = test;
  return core;
}
