import type { Hold } from '../evaluation/holds.ts';
import type { Recognition } from '../medicines/recognition.ts';
import type { RuleSet, TableRow } from '../rules/rule-set.ts';
import type { Palette } from './palette.ts';
import { rowText } from './rules/rule-text.ts';
import { labelled } from './wrap.ts';

export interface DrugTextOptions {
  readonly palette: Palette;
  /** What each class is and why it matters. */
  readonly titles: ReadonlyMap<string, string>;
  readonly ruleSet: RuleSet;
}

/** A name that was looked up, and all that the rules say of what it is. */
export interface Drug {
  readonly query: string;
  readonly known: Recognition;
  readonly holds: readonly Hold[];
  readonly lines: readonly TableRow[];
  readonly rules: readonly string[];
}

const COLUMN = 14;

export function drugText(
  { query, known, holds, lines, rules }: Drug,
  { palette, titles, ruleSet }: DrugTextOptions,
): string {
  if (known.match === 'none') {
    return [
      `${palette.heading(query)}: not recognised`,
      ...(known.ask === undefined ? [] : labelled('ask', known.ask, COLUMN)),
      ...(known.suggestions.length === 0
        ? []
        : labelled('nearest', known.suggestions.join(', '), COLUMN)),
      '',
    ].join('\n');
  }
  const others = rules.filter((id) => !holds.some(({ rule }) => rule === id));
  const how = known.match === 'spelling' ? ` (by spelling, from "${query}": confirm)` : '';
  return [
    `${palette.heading(known.name ?? query)}: ${known.generic ?? ''}${how}`,
    ...known.classes.flatMap((id) => labelled('class', titles.get(id) ?? id, COLUMN)),
    ...(known.ask === undefined ? [] : labelled('ask', known.ask, COLUMN)),
    ...(known.suggestions.length === 0
      ? []
      : labelled('given as', known.suggestions.join(', '), COLUMN)),
    ...(rules.length === 0 ? ['  No rule concerns it.'] : holdLines(holds, ruleSet)),
    ...(others.length === 0 ? [] : labelled('also in', others.join(', '), COLUMN)),
    ...lines.flatMap((line) => labelled('table', lineText(line), COLUMN)),
    '',
  ].join('\n');
}

function lineText(line: TableRow): string {
  const others = line.disagreement === undefined ? '' : ` ${line.disagreement}`;
  return `${line.table}: ${rowText(line)}.${others}`;
}

/** One entry for each rule and demand, with the procedures that it stands before. */
function holdLines(holds: readonly Hold[], ruleSet: RuleSet): string[] {
  const groups = new Map<string, Hold[]>();
  for (const hold of holds) {
    const key = `${hold.rule} ${hold.last_dose}`;
    groups.set(key, [...(groups.get(key) ?? []), hold]);
  }
  return [...groups.values()].flatMap((group) => groupLines(group, ruleSet));
}

function groupLines(group: readonly Hold[], { rules, questions }: RuleSet): string[] {
  const [hold] = group;
  if (!hold) return [];
  const type = questions.find(({ id }) => id === 'procedure.type');
  const names = type && 'choices' in type ? type.choices : {};
  const before = (risk: Hold['risk']): string[] =>
    group.filter((each) => each.risk === risk).map(({ procedure }) => procedure);
  const onlyRaised = before('raised').filter((each) => !before('standard').includes(each));
  const all = Object.keys(names).length;
  const list = (procedures: readonly string[]): string =>
    procedures.length === all
      ? 'every procedure'
      : procedures.map((each) => names[each] ?? each).join('; ');
  const where = [
    ...(before('standard').length > 0 ? [`Before ${list(before('standard'))}.`] : []),
    ...(onlyRaised.length > 0 ? [`At raised risk, before ${list(onlyRaised)}.`] : []),
  ].join(' ');
  const wait =
    hold.last_dose === null
      ? 'no wait satisfies it'
      : `last dose at least ${hold.last_dose} before`;
  const told = [hold.taken_for, hold.regimen].filter((each) => each !== undefined).join(', ');
  const label = hold.disposition === 'hold' ? 'HOLD' : 'CONTACT';
  const title = rules.find(({ id }) => id === hold.rule)?.title ?? hold.rule;
  return [
    ...labelled(label, `${title}${told === '' ? '' : ` (${told})`}: ${wait}. ${where}`, COLUMN),
    ...labelled('', `${hold.rule} · ${hold.sources.join(' · ')} · ${hold.evidence}`, COLUMN),
  ];
}
