import { describe, expect, test } from 'vitest';

import { evaluate } from '../../src/evaluation/condition.ts';
import type { Scope } from '../../src/evaluation/context.ts';
import { scopesFor } from '../../src/evaluation/table-lines.ts';
import type { Truth } from '../../src/logic/truth.ts';
import { anyOf } from '../../src/logic/truth.ts';
import {
  A_WEEK_AHEAD,
  clinic,
  condition,
  firstOf,
  type Given,
  patient,
} from '../support/small-clinic.ts';

const rules = clinic({
  questions: [{ id: 'crcl', type: 'number', between: [0, 200] }],
  tables: [
    {
      id: 'thinners',
      columns: {
        hold: { type: 'duration', title: 'Hold' },
        ask: { type: 'choice', title: 'Ask', choices: ['always'] },
        unlikely: { type: 'list', title: 'Odd reasons', choices: ['mood', 'pain'] },
      },
      rows: [
        { drug: 'apixaban', when: [{ crcl: 'less than 30' }], values: { hold: '120 hours' } },
        { drug: 'apixaban', when: [{ crcl: 'at least 30' }], values: { hold: '72 hours' } },
        { drug: 'warfarin', values: { ask: 'always', unlikely: ['mood'] } },
        { class: 'antiplatelet', values: { hold: '7 days' } },
      ],
    },
  ],
});

type Line = Readonly<Record<string, unknown>>;

/** Whether the conditions hold for the patient's medicine, in any line of the tables. */
function truthOf(lines: readonly Line[], medicine: Given | string, given: Given = {}): Truth {
  const context = patient({ medications: [medicine], ...given }, rules);
  const where = condition(...lines);
  const scope: Scope = { needs: new Set() };
  const scopes = scopesFor(where, firstOf(context), { context, scope });
  return anyOf(scopes, (inner) => evaluate(where, context, inner));
}

describe('what a medicine is', () => {
  test.each<[Line, string, Truth]>([
    [{ class: 'anticoagulant' }, 'Eliquis 5 mg', 'true'],
    [{ class: 'antiplatelet or nsaid' }, 'Eliquis', 'false'],
    [{ class: 'antiplatelet' }, 'Excedrin Migraine', 'true'],
    [{ ingredient: 'caffeine' }, 'Excedrin Migraine', 'true'],
    [{ ingredient: 'warfarin' }, 'Coumadin', 'true'],
    [{ recognised: 'yes' }, 'eloquis', 'true'],
    [{ recognised: 'no' }, 'zzyzxin', 'true'],
    [{ over_the_counter: 'yes' }, 'Advil', 'true'],
    [{ over_the_counter: 'yes' }, 'Eliquis', 'false'],
    [{ route: 'topical' }, 'Voltaren Gel', 'true'],
    [{ dose_mg: 'at least 325' }, 'aspirin 325 mg', 'true'],
    [{ dose_mg: 'at least 325' }, 'aspirin 81 mg', 'false'],
  ])('%j of `%s`: %s', (line, name, expected) => {
    expect(truthOf([line], name)).toBe(expected);
  });
});

describe('what was told of a medicine', () => {
  test.each<[Line, Given, Truth]>([
    [{ still_taking: 'yes' }, { still_taking: true }, 'true'],
    [{ taken_for: 'stent or clot' }, { taken_for: 'stent' }, 'true'],
    [{ taken_for: 'stent' }, {}, 'unknown'],
    [{ taken_for: 'known to be stent' }, {}, 'false'],
    [{ taken_for: 'not known to be stent' }, {}, 'true'],
    [{ taken_for: 'answered' }, {}, 'false'],
    [{ still_taking: 'no' }, {}, 'unknown'],
    [{ route: 'oral' }, {}, 'unknown'],
    [{ regimen: 'weekly' }, { regimen: 'weekly' }, 'true'],
    [{ last_taken: 'answered' }, { last_taken: '2026-11-20' }, 'true'],
    [{ last_taken: 'not answered' }, {}, 'true'],
  ])('%j of %j: %s', (line, told, expected) => {
    expect(truthOf([line], { name: 'Eliquis', ...told })).toBe(expected);
  });

  test.each([
    [{ prescriber_agrees: true }, 'true'],
    [{ prescriber_agrees: false }, 'false'],
    [{ prescriber_agrees: 'unknown' }, 'false'],
    [{}, 'false'],
  ])('an agreement that is not on record is no: %j', (told, expected) => {
    expect(truthOf([{ prescriber_agrees: 'yes' }], { name: 'Eliquis', ...told })).toBe(expected);
  });
});

describe('the last dose', () => {
  const near = [{ last_taken: 'less than 72 hours before the procedure' }];
  const told = (fields: Given): Given => ({ name: 'Eliquis', ...fields });

  test.each<[string, Given, Truth]>([
    ['72 hours before', { last_taken: '2026-11-21T09:00' }, 'false'],
    ['a minute later', { last_taken: '2026-11-21T09:01' }, 'true'],
    ['not told', {}, 'unknown'],
  ])('on the day, %s', (_, fields, expected) => {
    expect(truthOf(near, told(fields))).toBe(expected);
  });

  test('ahead, with both readings on one side, is settled without knowing whether it is still taken', () => {
    expect(truthOf(near, told({ last_taken: '2026-11-10' }), A_WEEK_AHEAD)).toBe('false');
    expect(
      truthOf(
        [{ last_taken: 'less than 10 days before the procedure' }],
        told({ last_taken: '2026-11-16' }),
        A_WEEK_AHEAD,
      ),
    ).toBe('true');
  });

  test('ahead, with the readings on two sides, is open', () => {
    const week = [{ last_taken: 'less than 10 days before the procedure' }];
    expect(truthOf(week, told({ last_taken: '2026-11-10' }), A_WEEK_AHEAD)).toBe('unknown');
  });

  test('of a medicine stopped at an unknown time before the screening is far enough only for a wait that has passed', () => {
    const stopped = told({ still_taking: false });
    expect(truthOf(near, stopped, A_WEEK_AHEAD)).toBe('false');
    expect(
      truthOf([{ last_taken: 'less than 10 days before the procedure' }], stopped, A_WEEK_AHEAD),
    ).toBe('unknown');
    expect(
      truthOf([{ last_taken: 'at least 10 days before the procedure' }], stopped, A_WEEK_AHEAD),
    ).toBe('unknown');
  });
});

describe('a table', () => {
  test('has a medicine by its ingredient or by its class', () => {
    expect(truthOf([{ in_table: 'thinners' }], 'warfarin')).toBe('true');
    expect(truthOf([{ in_table: 'thinners' }], 'aspirin')).toBe('true');
    expect(truthOf([{ in_table: 'thinners' }], 'Tylenol')).toBe('false');
    expect(truthOf([{ in_table: 'not thinners' }], 'Tylenol')).toBe('true');
    expect(truthOf([{ in_table: 'not thinners' }], 'Excedrin Migraine')).toBe('false');
  });

  const hold = [{ in_table: 'thinners' }, { last_taken: 'less than {hold} before the procedure' }];
  const fourDays = { name: 'apixaban', last_taken: '2026-11-20T09:00' };

  test('lets a line count only when its own condition holds', () => {
    expect(truthOf(hold, fourDays, { crcl: 80 })).toBe('false');
    expect(truthOf(hold, fourDays, { crcl: 20 })).toBe('true');
    expect(truthOf(hold, fourDays)).toBe('unknown');
    expect(truthOf([{ in_table: 'not thinners' }], 'apixaban')).toBe('unknown');
  });

  test('asks for nothing where a line leaves the column out', () => {
    expect(truthOf(hold, { name: 'warfarin', last_taken: '2026-11-24T06:00' })).toBe('false');
    expect(truthOf([{ in_table: 'thinners' }, { 'row.hold': 'not answered' }], 'warfarin')).toBe(
      'true',
    );
  });

  test('tells words and lists of words', () => {
    expect(truthOf([{ in_table: 'thinners' }, { 'row.ask': 'always' }], 'warfarin')).toBe('true');
    expect(truthOf([{ in_table: 'thinners' }, { 'row.ask': 'always' }], 'aspirin')).toBe('false');
    const odd = [{ in_table: 'thinners' }, { taken_for: 'one of {unlikely}' }];
    expect(truthOf(odd, { name: 'warfarin', taken_for: 'mood' })).toBe('true');
    expect(truthOf(odd, { name: 'aspirin', taken_for: 'mood' })).toBe('false');
  });
});
