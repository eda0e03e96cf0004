import { patientTexts } from '../../rules/patient-texts.ts';
import { type Check, placeOf } from '../check.ts';

export const unusedTranslation: Check = {
  code: 'unused-translation',
  severity: 'warning',
  explanation:
    'A translation beside an English sentence that no patient is told, mostly because the English was changed. Bring ' +
    'the translation up to date with it, have it read by a clinician, or remove it.',
  *run(audited) {
    const { ruleSet } = audited.rules;
    const told = new Set(patientTexts(ruleSet).map(({ text }) => text));
    for (const { language, texts } of ruleSet.translations) {
      for (const { from } of texts) {
        if (told.has(from)) continue;
        yield {
          message: `no patient is told (${language}): \`${from}\``,
          span: placeOf(audited, `translations:${language}:${from}`),
        };
      }
    }
  },
};
