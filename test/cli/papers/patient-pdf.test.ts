import { inflateSync } from 'node:zlib';

import { describe, expect, test } from 'vitest';

import { patientPdf } from '../../../src/cli/papers/patient-pdf.ts';
import { type PatientSheet, patientSheet } from '../../../src/report/papers/patient-sheet.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { paperSource } from '../../support/paper-source.ts';
import type { RawIntake } from '../../support/shipped.ts';

const FILE = { id: 'A-1', madeAt: Date.UTC(2026, 10, 19) };

const SHEETS: readonly (readonly [string, RawIntake, 'en' | 'es'])[] = [
  ['a healthy patient', {}, 'en'],
  [
    'one with three medicines, in Spanish',
    {
      screened_at: '2026-11-12T10:00',
      'diabetes.type': 'type-2',
      medications: [
        { name: 'Eliquis', still_taking: true, prescriber_agrees: true },
        { name: 'metformin', still_taking: true },
        { name: 'insulin glargine', still_taking: true },
      ],
    },
    'es',
  ],
  ['an emergency', { 'neuro.red_flags': ['bladder-bowel'] }, 'en'],
];

function sheetOf(raw: RawIntake, language: 'en' | 'es'): PatientSheet {
  return patientSheet(paperSource(healthyWith(raw), { language }));
}

/** The letters that a PDF of ours draws, in their order, without the spaces. */
function lettersOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)]
    .map(([, stream = '']) => {
      const drawn = inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
      return [...drawn.matchAll(/<([0-9a-f]+)>/g)]
        .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
        .join('');
    })
    .join('')
    .replaceAll(/\s/g, '');
}

/** As it is drawn: letters that the font has at another place are left out of the comparison. */
function bare(text: string): string {
  return text.replaceAll(/[\s‘’“”–—…]|[\u0080-\u009F]/gu, '');
}

describe('the sheet as a PDF', () => {
  test.each(SHEETS)('has every sentence of it: %s', async (_, raw, language) => {
    const sheet = sheetOf(raw, language);
    const letters = bare(lettersOf(await patientPdf(sheet, FILE)));
    const texts = [
      sheet.title,
      sheet.warning,
      ...sheet.facts.map(({ text }) => text.text),
      ...sheet.status.map(({ text }) => text),
      ...sheet.steps.flatMap(({ when, what }) => [when, what.text]),
      ...sheet.groups.flatMap(({ title, items }) => [title, ...items.map(({ text }) => text)]),
    ];
    for (const text of texts) expect(letters).toContain(bare(text));
  });

  test('is the same to the byte for the same sheet, and another for another', async () => {
    const [first, again, other] = await Promise.all([
      patientPdf(sheetOf({}, 'en'), FILE),
      patientPdf(sheetOf({}, 'en'), FILE),
      patientPdf(sheetOf({}, 'es'), FILE),
    ]);
    expect(Buffer.from(first).equals(again)).toBe(true);
    expect(Buffer.from(first).equals(other)).toBe(false);
  });

  test('is tagged, in its language, and numbers its pages with the patient’s id', async () => {
    const pdf = await patientPdf(sheetOf({}, 'es'), FILE);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toMatch(/^%PDF-1\.7/);
    expect(text).toContain('/Marked true');
    expect(text).toContain('/Lang (es)');
    const pages = text.match(/\/Type \/Page\n/g)?.length ?? 0;
    const letters = lettersOf(pdf);
    for (let page = 1; page <= pages; page += 1) expect(letters).toContain(`A-1${page}/${pages}`);
  });

  test('shows a letter that the font does not have as a question mark', async () => {
    const raw = { screened_at: '2026-11-19T10:00', medications: [{ name: '薬 Ω' }] };
    const pdf = await patientPdf(sheetOf(raw, 'en'), FILE);
    expect(lettersOf(pdf)).toContain('keeptaking??asusual');
  });
});
