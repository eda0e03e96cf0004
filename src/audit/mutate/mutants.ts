/** Rule sets that differ from a given one by one slip of the pen. */
import { isReference } from '../../rules/phrase.ts';
import type { RuleBody, RuleSet, TableRow } from '../../rules/rule-set.ts';
import { amountText, movedBy, type Units, unitsOf } from '../moved.ts';
import {
  decidingCells,
  type Line,
  linesOf,
  namesOf,
  withCell,
  withLine,
  withoutName,
} from '../table-lines.ts';
import { slips } from './slips.ts';

export interface Mutant {
  readonly kind: 'rules' | 'definitions' | 'parameters' | 'tables';
  /** The rule, definition, parameter or table. */
  readonly of: string;
  /** The line of the table. */
  readonly line?: number;
  readonly what: string;
  /** It also changes what is told, or for when, beside what is decided. */
  readonly told?: boolean;
  readonly ruleSet: RuleSet;
}

export function* mutantsOf(ruleSet: RuleSet): Generator<Mutant> {
  const units = unitsOf(ruleSet);
  yield* ruleMutants(ruleSet, units);
  yield* definitionMutants(ruleSet, units);
  yield* parameterMutants(ruleSet, units);
  for (const line of linesOf(ruleSet)) yield* lineMutants(line, ruleSet, units);
}

function* ruleMutants(ruleSet: RuleSet, units: Units): Generator<Mutant> {
  for (const [index, rule] of ruleSet.rules.entries()) {
    const mutant = (what: string, ...now: readonly RuleBody[]): Mutant => ({
      kind: 'rules',
      of: rule.id,
      what,
      told: now[0]?.plan !== rule.plan,
      ruleSet: { ...ruleSet, rules: ruleSet.rules.toSpliced(index, 1, ...now) },
    });
    yield mutant('deleted');
    for (const { what, now } of bodySlips(rule)) yield mutant(what, now);
    for (const key of ['each_medicine', 'when', 'unless'] as const) {
      const condition = rule[key];
      if (!condition) continue;
      for (const { what, now } of slips(condition, units))
        yield mutant(`${key}: ${what}`, { ...rule, [key]: now });
    }
  }
}

const LOOSER = { hold: 'contact-physician', 'contact-physician': 'go' } as const;
const CALMER = { emergency: 'same-day', 'same-day': 'routine' } as const;

/** Slips in what a rule decides, beside its conditions. */
function* bodySlips(rule: RuleBody): Generator<{ readonly what: string; readonly now: RuleBody }> {
  const { outcome, urgency, unless: _, needs, plan, ...rest } = rule;
  if (outcome !== 'go' && urgency !== 'emergency') {
    const looser = LOOSER[outcome];
    yield { what: `outcome ${looser} instead of ${outcome}`, now: { ...rule, outcome: looser } };
  }
  if (urgency !== 'routine') {
    const calmer = CALMER[urgency];
    yield { what: `urgency ${calmer} instead of ${urgency}`, now: { ...rule, urgency: calmer } };
  }
  const kept = { ...rest, outcome, urgency };
  if (rule.unless)
    yield {
      what: 'without its `unless`',
      now: { ...kept, ...(needs ? { needs } : {}), ...(plan ? { plan } : {}) },
    };
  for (const fact of needs ?? []) {
    const left = (needs ?? []).filter((each) => each !== fact);
    yield { what: `does not need \`${fact}\``, now: { ...rule, needs: left } };
  }
  if (plan === 'ask-prescriber')
    yield {
      what: 'without its `plan`',
      now: {
        ...kept,
        ...(rule.unless ? { unless: rule.unless } : {}),
        ...(needs ? { needs } : {}),
      },
    };
}

function* definitionMutants(ruleSet: RuleSet, units: Units): Generator<Mutant> {
  for (const [index, definition] of ruleSet.definitions.entries()) {
    for (const { what, now } of slips(definition.when, units)) {
      const definitions = ruleSet.definitions.with(index, { ...definition, when: now });
      yield { kind: 'definitions', of: definition.id, what, ruleSet: { ...ruleSet, definitions } };
    }
  }
}

function* parameterMutants(ruleSet: RuleSet, units: Units): Generator<Mutant> {
  const due = dueAfter(ruleSet);
  for (const [id, parameter] of Object.entries(ruleSet.parameters)) {
    for (const by of [-1, 1] as const) {
      const value = movedBy(parameter.value, by, units.get(`{${id}}`));
      if (value === undefined) continue;
      const parameters = { ...ruleSet.parameters, [id]: { ...parameter, value } };
      yield {
        kind: 'parameters',
        of: id,
        what: `${amountText(value)} instead of ${amountText(parameter.value)}`,
        told: due.has(id),
        ruleSet: { ...ruleSet, parameters },
      };
    }
  }
}

/** The parameters and columns that tell when an instruction is due. */
function dueAfter({ rules }: RuleSet): ReadonlySet<string> {
  const moments = rules.flatMap(({ instructions = [] }) => instructions.map(({ at }) => at));
  const amounts = moments.flatMap((at) => [at?.before, at?.after]);
  return new Set(amounts.flatMap((amount) => (isReference(amount) ? [amount.ref] : [])));
}

function* lineMutants(line: Line, ruleSet: RuleSet, units: Units): Generator<Mutant> {
  const { table, row, index } = line;
  const label = namesOf(line).join(', ');
  const due = dueAfter(ruleSet);
  const mutant = (what: string, now?: TableRow): Mutant => ({
    kind: 'tables',
    of: table.id,
    line: index,
    what: `${label}: ${what}`,
    told: Object.keys(row.values).some(
      (column) =>
        due.has(column) && (!isSameNames(now, row) || now?.values[column] !== row.values[column]),
    ),
    ruleSet: withLine(ruleSet, line, ...(now ? [now] : [])),
  });
  if (table.rows.length > 1) yield mutant('deleted');
  for (const name of namesOf(line)) {
    const now = withoutName(row, name);
    if (now) yield mutant(`without \`${name}\``, now);
  }
  if (row.when)
    for (const { what, now } of slips(row.when, units)) yield mutant(what, { ...row, when: now });
  for (const [column] of decidingCells(line)) yield* cellMutants(line, column, mutant);
}

function isSameNames(now: TableRow | undefined, row: TableRow): boolean {
  return [...(now?.drug ?? now?.class ?? [])].join() === [...(row.drug ?? row.class ?? [])].join();
}

/** A time moved by one unit, or swapped with that of the next line that has another; a word left out. */
function* cellMutants(
  { table, row, index }: Line,
  column: string,
  mutant: (what: string, now: TableRow) => Mutant,
): Generator<Mutant> {
  const cell = row.values[column];
  if (cell === undefined) return;
  yield mutant(`without \`${column}\``, withCell(row, column, undefined));
  if (Array.isArray(cell) || typeof cell === 'string') {
    const words = [cell].flat();
    if (words.length < 2) return;
    for (const word of words)
      yield mutant(
        `\`${column}\` without \`${word}\``,
        withCell(
          row,
          column,
          words.filter((each) => each !== word),
        ),
      );
    return;
  }
  if (!('unit' in cell)) return;
  const others = [...table.rows.slice(index + 1), ...table.rows].map(
    ({ values }) => values[column],
  );
  const other = others.find((each) => JSON.stringify(each ?? cell) !== JSON.stringify(cell));
  for (const value of [movedBy(cell, -1), movedBy(cell, 1), other]) {
    if (typeof value !== 'object' || !('unit' in value)) continue;
    const what = `\`${column}\` ${amountText(value)} instead of ${amountText(cell)}`;
    yield mutant(what, withCell(row, column, value));
  }
}
