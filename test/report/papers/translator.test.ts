import { describe, expect, test } from 'vitest';

import { patientSheetText } from '../../../src/report/papers/patient-sheet-text.ts';
import { patientSheet } from '../../../src/report/papers/patient-sheet.ts';
import { translatorOf } from '../../../src/report/papers/translator.ts';
import type { RuleSet } from '../../../src/rules/rule-set.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { paperSource, unwrapped } from '../../support/paper-source.ts';
import { shipped } from '../../support/shipped.ts';

const AGREED = healthyWith({
  screened_at: '2026-11-19T10:00',
  medications: [{ name: 'Eliquis', still_taking: true, prescriber_agrees: true }],
});

function sheetIn(language: 'en' | 'es', ruleSet: RuleSet = shipped.ruleSet): string {
  return unwrapped(patientSheetText(patientSheet(paperSource(AGREED, { language, ruleSet }))));
}

const only = (change: Partial<RuleSet['translations'][number]>): RuleSet => ({
  ...shipped.ruleSet,
  translations: shipped.ruleSet.translations.map((each) => ({ ...each, ...change })),
});

describe('the patient’s language', () => {
  test('has the dates and the medicine of the evaluation, as patients read them', () => {
    expect(sheetIn('en')).toContain(
      'Take your last dose of Eliquis (apixaban) no later than Saturday, November 21, 9:00 am.',
    );
    expect(sheetIn('es')).toContain(
      'Tome su última dosis de Eliquis (apixaban) a más tardar el sábado 21 de noviembre, 9:00 am.',
    );
  });

  test('falls back to English where a sentence has no translation, and marks it', () => {
    expect(sheetIn('es', only({ texts: [] }))).toContain(
      '(English) Take your last dose of Eliquis (apixaban) no later than sábado 21 de noviembre',
    );
    expect(sheetIn('en', only({ texts: [] }))).not.toContain('(English)');
  });

  test('says that it needs a review until a clinician has signed it', () => {
    expect(sheetIn('es')).toContain('needs a clinician’s review');
    const signed = only({ reviewed: { by: 'Dr A. Example', on: '2026-12-01' } });
    expect(sheetIn('es', signed)).not.toContain('review');
    expect(sheetIn('en')).not.toContain('review');
    expect(sheetIn('es', { ...shipped.ruleSet, translations: [] })).toContain('review');
  });

  test('shows what other rules said as it was said', () => {
    const { result, ...source } = paperSource(AGREED);
    const line = { for: 'patient', text: 'Bring your hat.', rule: 'old.rule' } as const;
    expect(translatorOf(source).told(line).text).toBe('Bring your hat.');
    expect(translatorOf({ ...source, language: 'es' }).told(line).isUntranslated).toBe(true);
    expect(result.disposition).toBe('go');
  });
});
