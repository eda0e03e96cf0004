/** Checks that every {name} in a text of the rules is something that can be filled in there. */
import type { DeclaredRules, Report } from './check-conditions.ts';
import { slotsOf } from './slots.ts';

/** What a finding or an instruction can name beside answers, parameters and the columns of its table. */
const ALWAYS = ['since', 'needed'];
const OF_MEDICINE = ['medicine', 'brand', 'with', 'ask', 'nearest', 'last_dose_by'];

export function checkTexts({ ruleSet, spans }: DeclaredRules, report: Report): void {
  const known = [
    ...ALWAYS,
    ...ruleSet.questions.map(({ id }) => id),
    ...Object.keys(ruleSet.parameters),
    ...ruleSet.tables.flatMap(({ columns }) => Object.keys(columns)),
  ];
  for (const rule of ruleSet.rules) {
    const span = spans.get(`rules:${rule.id}`);
    const names = new Set(rule.each_medicine ? [...known, ...OF_MEDICINE] : known);
    for (const name of slotsOf(rule)) {
      if (span && !names.has(name)) report('unknown-slot', `nothing to fill in for \`${name}\``, span, names);
    }
  }
}
