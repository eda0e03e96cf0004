/** Checks that every {name} in a text of the rules is something that can be filled in there. */
import type { DeclaredRules, Report } from './check-conditions.ts';
import { namesIn, slotsOf } from './slots.ts';

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
      if (span && !names.has(name))
        report('unknown-slot', `nothing to fill in for \`${name}\``, span, names);
    }
  }
  checkTranslations({ ruleSet, spans }, report);
}

/** A translation names what the English names, no more and no less. */
function checkTranslations({ ruleSet, spans }: DeclaredRules, report: Report): void {
  for (const { language, texts } of ruleSet.translations) {
    for (const { from, to } of texts) {
      const span = spans.get(`translations:${language}:${from}`);
      const [english, own] = [namesIn(from), namesIn(to)];
      for (const name of own) {
        if (span && !english.includes(name))
          report('unknown-slot', `nothing to fill in for \`${name}\``, span, english);
      }
      for (const name of english) {
        if (span && !own.includes(name))
          report('missing-slot', `the translation leaves out \`${name}\``, span);
      }
    }
  }
}
