import { describe, expect, test } from 'vitest';

import { missingTranslation } from '../../../src/audit/checks/missing-translation.ts';
import { patientTexts } from '../../../src/rules/patient-texts.ts';
import { found } from '../../support/small-audit.ts';
import { compileParts } from '../../support/small-clinic.ts';

const rules = [
  {
    id: 'told',
    instructions: [
      { for: 'patient', text: 'Drink water.' },
      { for: 'nurse', text: 'Ask again.' },
    ],
  },
];
const every = patientTexts(compileParts({ rules }).ruleSet).map(({ text }) => text);
const spanish = (texts: readonly string[]) => ({
  rules,
  translations: [{ language: 'es', texts: texts.map((text) => ({ from: text, to: text })) }],
});

describe('missing-translation', () => {
  test('finds what a patient is told and what has no translation, where it is declared', () => {
    const without = every.filter((text) => text !== 'Drink water.');
    expect(found(missingTranslation, spanish(without))).toEqual([
      { message: 'not translated (es): `Drink water.`', at: 'told' },
    ]);
  });

  test('stays quiet when all is translated, and on what clinicians read', () => {
    expect(every).not.toContain('Ask again.');
    expect(found(missingTranslation, spanish(every))).toEqual([]);
  });

  test('stays quiet where nothing is translated at all', () => {
    expect(found(missingTranslation, { rules })).toEqual([]);
  });
});
