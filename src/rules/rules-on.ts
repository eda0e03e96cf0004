/** A rule set on one day: what is in force then, of rules, lines of tables and values of parameters. */
import { type Day, parseDay } from '../time/day.ts';
import type { RuleSet } from './rule-set.ts';
import type { Parameter } from './schema/rule-file.ts';

/** The days on which something comes into force or goes out of it, in their order; between two of them nothing changes. */
export function cutDays({ rules, tables, parameters }: RuleSet): Day[] {
  const periods = [...rules, ...tables.flatMap(({ rows }) => rows)];
  const dates = [
    ...periods.flatMap(({ from, until }) => [from, until]),
    ...Object.values(parameters).flatMap(({ later = [] }) => later.map(({ from }) => from)),
  ];
  const days = dates.flatMap((date) => (date === undefined ? [] : (parseDay(date) ?? [])));
  return [...new Set(days)].toSorted((a, b) => a - b);
}

/** The rule set as it is in force on the day. */
export function rulesOn(ruleSet: RuleSet, day: Day): RuleSet {
  const isInForce = ({ from, until }: Period): boolean =>
    (from === undefined || isReached(from, day)) && (until === undefined || !isReached(until, day));
  return {
    ...ruleSet,
    rules: ruleSet.rules.filter(isInForce),
    tables: ruleSet.tables.map((table) => ({ ...table, rows: table.rows.filter(isInForce) })),
    parameters: Object.fromEntries(
      Object.entries(ruleSet.parameters).map(([id, each]) => [id, parameterOn(each, day)]),
    ),
  };
}

interface Period {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

function parameterOn(parameter: Parameter, day: Day): Parameter {
  const { later = [], ...first } = parameter;
  const latest = later.findLast(({ from }) => isReached(from, day));
  return latest ? { ...first, value: latest.value, source: latest.source } : first;
}

function isReached(date: string, day: Day): boolean {
  const reached = parseDay(date);
  if (reached === undefined) throw new Error(`${date} is no day`);
  return reached <= day;
}
