import { describe, expect, test } from 'vitest';

import { holdsOf, rulesAbout, tableLinesOf } from '../../src/evaluation/holds.ts';
import { drugText } from '../../src/report/drug-text.ts';
import { type Palette, PLAIN } from '../../src/report/palette.ts';
import { COLOURS, tooWide, withoutColour } from '../support/colour.ts';
import { shippedScreener } from '../support/shipped.ts';
import { clinic } from '../support/small-clinic.ts';

const rules = clinic({
  tables: [
    {
      id: 'holds',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [{ drug: 'apixaban', values: { hold: '72 hours' }, disagreement: 'Others wait less.' }],
    },
  ],
  rules: [
    {
      id: 'window',
      title: 'Too close',
      each_medicine: [
        { in_table: 'holds' },
        { last_taken: 'less than {hold} before the procedure' },
      ],
    },
    {
      id: 'old',
      title: 'Old and pained',
      outcome: 'contact-physician',
      each_medicine: [
        { class: 'nsaid' },
        { 'patient.age_years': 'at least 75' },
        { 'procedure.type': 'ablation' },
      ],
    },
  ],
});

const TITLES = new Map([['anticoagulant', 'blood thinner: bleeding']]);

function lookUp(query: string, screener = rules): (palette: Palette) => string {
  const known = screener.recogniser.recognise(query);
  const isKnown = known.match !== 'none';
  const holds = isKnown ? holdsOf(query, screener) : [];
  const lines = isKnown ? tableLinesOf(query, screener) : [];
  const about = isKnown ? rulesAbout(query, screener) : [];
  const { ruleSet } = screener.prepared;
  return (palette) =>
    drugText({ query, known, holds, lines, rules: about }, { palette, titles: TITLES, ruleSet });
}

const text = (query: string): string => lookUp(query)(PLAIN);

describe('a medicine', () => {
  test('is told with its class, its holds and the line of the table that it stands in', () => {
    expect(text('Eliquis')).toBe(
      [
        'Eliquis: apixaban',
        '  class       blood thinner: bleeding',
        '  HOLD        Too close: last dose at least 72 hours before. Before every',
        '              procedure.',
        '              window · book · guideline',
        '  table       holds: apixaban: hold 72 hours. Others wait less.',
        '',
      ].join('\n'),
    );
  });

  test('read by its spelling is to be confirmed', () => {
    expect(text('eloquis').split('\n')[0]).toBe(
      'Eliquis: apixaban (by spelling, from "eloquis": confirm)',
    );
  });

  test('that concerns some procedures only, or some patients, says which', () => {
    expect(text('Advil').replaceAll(/\s+/g, ' ')).toContain(
      'CONTACT Old and pained: no wait satisfies it. At raised risk, before An ablation.',
    );
  });

  test('of no concern says so', () => {
    expect(text('metoprolol')).toContain('No rule concerns it.');
  });

  test('that is not recognised has the nearest names, and what has to be asked', () => {
    expect(text('Excedrin')).toBe(
      [
        'Excedrin: not recognised',
        '  ask         Which Excedrin is it?',
        '  nearest     Excedrin Migraine, Excedrin Tension Headache',
        '',
      ].join('\n'),
    );
    expect(text('zzyzxin')).toBe('zzyzxin: not recognised\n');
  });
});

test.each([
  'enoxaparin',
  'aspirin',
  'Excedrin Migraine',
  'Ozempic',
  'Lantus',
  'fish oil',
  'sertraline',
  'prednisone',
])(
  '%s, by the shipped rules, is nowhere wider than 80 columns and says in words whatever it says in colour',
  (name) => {
    const printed = lookUp(name, shippedScreener);
    const plain = printed(PLAIN);
    expect(tooWide(plain)).toEqual([]);
    expect(withoutColour(printed(COLOURS))).toBe(plain);
  },
);
