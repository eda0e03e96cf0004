import { patientTexts } from '../../rules/patient-texts.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import { type Check, placeOf } from '../check.ts';

export const missingTranslation: Check = {
  code: 'missing-translation',
  severity: 'warning',
  explanation:
    'The patient sheet shows a sentence that has no translation in English, and marks it. Under `translations`, give ' +
    'its translation beside the English, letter for letter as it stands in the rule.',
  *run(audited) {
    const { ruleSet } = audited.rules;
    for (const [language, translated] of translatedTexts(ruleSet)) {
      const seen = new Set<string>();
      for (const { text, key } of patientTexts(ruleSet)) {
        if (translated.has(text) || seen.has(text)) continue;
        seen.add(text);
        yield { message: `not translated (${language}): \`${text}\``, span: placeOf(audited, key) };
      }
    }
  },
};

function translatedTexts({ translations }: RuleSet): Map<string, ReadonlySet<string>> {
  const languages = new Set(translations.map(({ language }) => language));
  return new Map(
    [...languages].map((language) => {
      const own = translations.filter((each) => each.language === language);
      return [language, new Set(own.flatMap(({ texts }) => texts.map(({ from }) => from)))];
    }),
  );
}
