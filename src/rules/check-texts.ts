/** Checks that every {name} in a text of the rules is something that can be filled in there. */
import type { DeclaredRules, Report } from './check-conditions.ts';

const SLOT = /\{([a-z0-9_.-]+)\}/g;

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
  for (const { id, each_medicine: each, message = '', action = '', instructions = [] } of ruleSet.rules) {
    const span = spans.get(`rules:${id}`);
    const names = new Set(each ? [...known, ...OF_MEDICINE] : known);
    for (const text of [message, action, ...instructions.map((instruction) => instruction.text)]) {
      for (const [, name = ''] of text.matchAll(SLOT)) {
        if (span && !names.has(name)) report('unknown-slot', `nothing to fill in for \`${name}\``, span, names);
      }
    }
  }
}
