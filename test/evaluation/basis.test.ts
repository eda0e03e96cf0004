import { describe, expect, test } from 'vitest';

import { type Because, becauseOf, lacksOf } from '../../src/evaluation/basis.ts';
import type { Scope } from '../../src/evaluation/context.ts';
import {
  A_WEEK_AHEAD,
  clinic,
  condition,
  firstOf,
  type Given,
  patient,
} from '../support/small-clinic.ts';

const rules = clinic({
  questions: [
    { id: 'meal', type: 'date-time', direction: 'any' },
    { id: 'shot', type: 'date', direction: 'any' },
    { id: 'fever', type: 'yes-no' },
    { id: 'signs', type: 'list', choices: { none: 'None', rash: 'Rash', pain: 'Pain' } },
    { id: 'crcl', type: 'number', between: [0, 200] },
  ],
  definitions: [{ id: 'ill', when: [{ any: [{ fever: 'yes' }, { signs: 'includes pain' }] }] }],
  tables: [
    {
      id: 'holds',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [{ drug: 'apixaban', when: [{ crcl: 'less than 30' }], values: { hold: '120 hours' } }],
    },
  ],
});

type Line = Readonly<Record<string, unknown>>;

function scopeOf(given: Given, needs: string[] = []) {
  const context = patient(given, rules);
  const medicine = given['medications'] ? firstOf(context) : undefined;
  const row = context.prepared.rowsByDrug.get('holds')?.get(medicine?.known.generic ?? '')?.[0];
  const scope: Scope = {
    needs: new Set(needs),
    ...(medicine ? { medicine } : {}),
    ...(row ? { row } : {}),
  };
  return { context, scope };
}

function because(lines: readonly Line[], given: Given): Because {
  const { context, scope } = scopeOf(given);
  return becauseOf(condition(...lines), context, scope);
}

function lacks(lines: readonly Line[], given: Given, needs: string[] = []): string[] {
  const { context, scope } = scopeOf(given, needs);
  return lacksOf(condition(...lines), context, scope).map(({ fact, medicine }) =>
    medicine ? `${medicine.given.name}: ${fact}` : fact,
  );
}

describe('a finding rests on', () => {
  test('the answers that make it hold, and no others', () => {
    const lines = [
      { fever: 'yes' },
      { any: [{ signs: 'includes pain' }, { signs: 'includes rash' }] },
    ];
    expect(because(lines, { fever: true, signs: ['rash'] })).toEqual({
      fever: true,
      signs: ['rash'],
    });
    const either = [{ any: [{ fever: 'yes' }, { signs: 'includes pain' }] }];
    expect(because(either, { fever: true, signs: ['rash'] })).toEqual({ fever: true });
  });

  test('a date-time with its offset, and the hours before the procedure', () => {
    const lines = [{ meal: 'less than 6 hours before the procedure' }];
    expect(because(lines, { meal: '2026-11-24T06:00' })).toEqual({
      meal: '2026-11-24T06:00:00-09:00',
      hours_before: 3,
      hours_needed: 6,
    });
  });

  test.each([
    ['less than 2 weeks before the procedure', '2026-11-20', { days_before: 4, weeks_needed: 2 }],
    ['within 14 days after the procedure', '2026-11-30', { days_after: 6, days_needed: 14 }],
    ['on the day of the procedure', '2026-11-24', { when: 'on the day of the procedure' }],
  ])('a date, counted on the calendar where the rule is: `%s`', (words, shot, times) => {
    expect(because([{ shot: words }], { shot })).toEqual({ shot, ...times });
  });

  test('the last minute of a date has no hours to show', () => {
    const lines = [{ shot: 'less than 72 hours before the procedure' }];
    expect(because(lines, { shot: '2026-11-22' })).toEqual({ shot: '2026-11-22' });
  });

  test('a definition, and the answers behind it', () => {
    expect(because([{ ill: 'yes' }], { fever: true })).toEqual({ ill: 'yes', fever: true });
  });

  test('what was told of the medicine, an agreement that was not told as none', () => {
    const lines = [{ class: 'anticoagulant' }, { prescriber_agrees: 'no' }, { taken_for: 'stent' }];
    const medications = [{ name: 'Eliquis', taken_for: 'stent' }];
    expect(because(lines, { medications })).toEqual({
      prescriber_agrees: false,
      taken_for: 'stent',
    });
  });

  test('the last dose as told, whether it is still taken, and the hours that are left', () => {
    const lines = [{ last_taken: 'less than 200 hours before the procedure' }];
    const medications = [{ name: 'Eliquis', last_taken: '2026-11-16T20:00', still_taking: true }];
    expect(because(lines, { ...A_WEEK_AHEAD, medications })).toEqual({
      last_taken: '2026-11-16T20:00:00-09:00',
      still_taking: true,
      hours_before: 168,
      hours_needed: 200,
    });
  });

  test('the condition of the line of the table, and the wait that stands in it', () => {
    const lines = [{ in_table: 'holds' }, { last_taken: 'less than {hold} before the procedure' }];
    const medications = [{ name: 'apixaban', last_taken: '2026-11-20T09:00' }];
    expect(because(lines, { crcl: 20, medications })).toEqual({
      crcl: 20,
      last_taken: '2026-11-20T09:00:00-09:00',
      hours_before: 96,
      hours_needed: 120,
    });
  });

  test('the other medicine, by its name', () => {
    const lines = [{ class: 'anticoagulant' }, { any_medicine: [{ class: 'nsaid' }] }];
    expect(because(lines, { medications: ['Eliquis', 'ibuprofen'] })).toEqual({
      with: 'ibuprofen',
    });
  });

  test('nothing of a condition that none holds', () => {
    expect(because([{ none: [{ fever: 'yes' }] }], { fever: false })).toEqual({});
  });
});

describe('a rule cannot be decided without', () => {
  test('a field of the medicine that was not told', () => {
    const lines = [
      { class: 'anticoagulant' },
      { last_taken: 'less than 72 hours before the procedure' },
    ];
    expect(lacks(lines, { medications: ['Eliquis'] })).toEqual(['Eliquis: last_taken']);
  });

  test('knowing whether the medicine is still taken, when the last dose was told', () => {
    const lines = [{ last_taken: 'less than 10 days before the procedure' }];
    const medications = [{ name: 'Eliquis', last_taken: '2026-11-10' }];
    expect(lacks(lines, { ...A_WEEK_AHEAD, medications })).toEqual(['Eliquis: still_taking']);
  });

  test('the last dose, when an answer counts only if it came after it', () => {
    const lines = [{ shot: 'after the last dose' }];
    expect(lacks(lines, { shot: '2026-11-20', medications: ['Eliquis'] })).toEqual([
      'Eliquis: last_taken',
    ]);
    expect(lacks(lines, { medications: ['Eliquis'] })).toEqual([]);
  });

  test('an answer that it needs, and no other', () => {
    const lines = [{ any: [{ fever: 'yes' }, { crcl: 'less than 30' }] }];
    expect(lacks(lines, {}, ['crcl'])).toEqual(['crcl']);
    expect(lacks(lines, {})).toEqual([]);
  });

  test('the answers behind a definition and behind the line of a table', () => {
    expect(lacks([{ ill: 'yes' }], {}, ['fever'])).toEqual(['fever']);
    expect(lacks([{ in_table: 'holds' }], { medications: ['apixaban'] }, ['crcl'])).toEqual([
      'crcl',
    ]);
  });

  test('an answer that can still change it, and not one that cannot', () => {
    const lines = [
      { any: [{ fever: 'yes' }, { crcl: 'less than 30' }] },
      { signs: 'includes pain' },
    ];
    expect(lacks(lines, { fever: true }, ['crcl', 'signs'])).toEqual(['signs']);
  });

  test('each field of each medicine once', () => {
    const twice = [
      { last_taken: 'less than 72 hours before the procedure' },
      { last_taken: 'less than 24 hours before the procedure' },
    ];
    const lines = [{ any_medicine: twice }];
    expect(lacks(lines, { medications: ['Eliquis', 'aspirin'] })).toEqual([
      'Eliquis: last_taken',
      'aspirin: last_taken',
    ]);
  });
});
