import { describe, expect, test } from 'vitest';

import { conditionClearsAt, latestLastDose } from '../../src/evaluation/clearing.ts';
import { continuing, type Scope } from '../../src/evaluation/context.ts';
import { at } from '../support/anchorage.ts';
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
    { id: 'drink', type: 'date-time', direction: 'any' },
    { id: 'shot', type: 'date', direction: 'any' },
    { id: 'fever', type: 'yes-no' },
  ],
  definitions: [{ id: 'full', when: [{ meal: 'less than 6 hours before the procedure' }] }],
  tables: [
    {
      id: 'holds',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [
        { drug: 'apixaban', values: { hold: '72 hours' } },
        { drug: 'warfarin', values: { hold: '5 days' } },
        {
          class: 'nsaid',
          when: [{ meal: 'less than 8 hours before the procedure' }],
          values: { hold: '1 day' },
        },
      ],
    },
  ],
});

type Line = Readonly<Record<string, unknown>>;

const EATEN = { meal: 'less than 6 hours before the procedure' };
const DRUNK = { drink: 'less than 2 hours before the procedure' };
const ATE_AT_SIX = { meal: '2026-11-24T06:00' };
const DRANK_AT_EIGHT = { drink: '2026-11-24T08:30' };
const BOTH = { ...ATE_AT_SIX, ...DRANK_AT_EIGHT };

/** When the conditions stop holding, as the procedure moves later; of the first medicine when there is one. */
function clears(lines: readonly Line[], given: Given): number | undefined {
  const context = patient(given, rules);
  const scope: Scope = {
    needs: new Set(),
    ...(given['medications'] ? { medicine: firstOf(context) } : {}),
  };
  return conditionClearsAt(condition(...lines), context, scope);
}

describe('as the procedure moves later', () => {
  test('a test of time ends', () => {
    expect(clears([EATEN], ATE_AT_SIX)).toBe(at('2026-11-24T12:00'));
  });

  test('a test of anything else never ends', () => {
    expect(clears([{ fever: 'yes' }], { fever: true })).toBeUndefined();
  });

  test('a test of an answer that is missing never ends', () => {
    expect(clears([EATEN], {})).toBeUndefined();
  });

  test('a test turned round never ends', () => {
    expect(
      clears([{ meal: 'not at least 6 hours before the procedure' }], ATE_AT_SIX),
    ).toBeUndefined();
  });

  test('a conjunction ends with the first of its parts', () => {
    expect(clears([EATEN, DRUNK, { fever: 'yes' }], { ...BOTH, fever: true })).toBe(
      at('2026-11-24T10:30'),
    );
  });

  test('a disjunction ends with the last of the parts that hold', () => {
    expect(clears([{ any: [EATEN, DRUNK] }], BOTH)).toBe(at('2026-11-24T12:00'));
    expect(clears([{ any: [EATEN, DRUNK] }], { meal: '2026-11-23T19:00', ...DRANK_AT_EIGHT })).toBe(
      at('2026-11-24T10:30'),
    );
  });

  test('a disjunction does not end while a part holds that never ends, or may hold', () => {
    expect(
      clears([{ any: [EATEN, { fever: 'yes' }] }], { ...ATE_AT_SIX, fever: true }),
    ).toBeUndefined();
    expect(clears([{ any: [EATEN, { fever: 'yes' }] }], ATE_AT_SIX)).toBeUndefined();
    expect(clears([{ any: [EATEN, { fever: 'yes' }] }], { ...ATE_AT_SIX, fever: false })).toBe(
      at('2026-11-24T12:00'),
    );
  });

  test('that none holds never ends', () => {
    expect(clears([{ none: [DRUNK] }], { drink: '2026-11-24T02:00' })).toBeUndefined();
  });

  test('a definition ends with its conditions', () => {
    expect(clears([{ full: 'yes' }], ATE_AT_SIX)).toBe(at('2026-11-24T12:00'));
    expect(clears([{ full: 'not yes' }], ATE_AT_SIX)).toBeUndefined();
  });

  test('that there is a medicine ends when it holds of none', () => {
    const near = [{ any_medicine: [{ last_taken: 'less than 72 hours before the procedure' }] }];
    const stopped = { still_taking: false };
    const medications = [
      { name: 'apixaban', last_taken: '2026-11-22T08:00', ...stopped },
      { name: 'aspirin', last_taken: '2026-11-23T08:00', ...stopped },
    ];
    expect(clears(near, { medications })).toBe(at('2026-11-26T08:00'));
  });

  test('that there are two medicines ends when it holds of one', () => {
    const near = [{ two_medicines: [{ last_taken: 'less than 72 hours before the procedure' }] }];
    const stopped = { still_taking: false };
    const medications = [
      { name: 'apixaban', last_taken: '2026-11-22T08:00', ...stopped },
      { name: 'aspirin', last_taken: '2026-11-23T08:00', ...stopped },
    ];
    expect(clears(near, { medications })).toBe(at('2026-11-25T08:00'));
  });

  test('a line of a table ends with its own condition', () => {
    const context = patient({ medications: ['ibuprofen'], ...ATE_AT_SIX }, rules);
    const row = context.prepared.rowsByClass.get('holds')?.get('nsaid')?.[0];
    const scope = { needs: new Set<string>(), medicine: firstOf(context), ...(row ? { row } : {}) };
    expect(conditionClearsAt(condition({ in_table: 'holds' }), context, scope)).toBe(
      at('2026-11-24T14:00'),
    );
  });
});

describe('a wait after a last dose counts', () => {
  const near = [{ last_taken: 'less than 72 hours before the procedure' }];
  const taken = { name: 'apixaban', last_taken: '2026-11-23T08:00' };

  test('from that dose for a medicine that is paused', () => {
    expect(clears(near, { medications: [{ ...taken, still_taking: false }] })).toBe(
      at('2026-11-26T08:00'),
    );
  });

  test('from the screening for one that is still taken', () => {
    expect(clears(near, { medications: [{ ...taken, still_taking: true }] })).toBe(
      at('2026-11-27T07:00'),
    );
  });

  test('from nowhere when neither is known', () => {
    expect(
      clears(near, { medications: [{ name: 'apixaban', still_taking: false }] }),
    ).toBeUndefined();
  });
});

describe('the latest last dose with which conditions do not hold', () => {
  const latest = (lines: readonly Line[], name: string, given: Given = {}): number | undefined => {
    const told = { ...A_WEEK_AHEAD, medications: [{ name, still_taking: true }], ...given };
    const context = patient(told, rules);
    const medicine = firstOf(context);
    const row = context.prepared.rowsByDrug.get('holds')?.get(name)?.[0];
    const scope = { needs: new Set<string>(), medicine, ...(row ? { row } : {}) };
    return latestLastDose(condition(...lines), continuing(context, [medicine]), scope);
  };
  const three = { last_taken: 'less than 72 hours before the procedure' };
  const five = { last_taken: 'less than 5 days before the procedure' };

  test('is the procedure less an exact wait', () => {
    expect(latest([three], 'aspirin')).toBe(at('2026-11-21T09:00'));
  });

  test('is the last minute of the day, for a wait in days', () => {
    expect(latest([five], 'aspirin')).toBe(at('2026-11-19T23:59'));
  });

  test('is that of the line of the table', () => {
    const hold = [{ in_table: 'holds' }, { last_taken: 'less than {hold} before the procedure' }];
    expect(latest(hold, 'apixaban')).toBe(at('2026-11-21T09:00'));
    expect(latest(hold, 'warfarin')).toBe(at('2026-11-19T23:59'));
  });

  test('is the later of two that must both hold, and the earlier of two that must both fail', () => {
    expect(latest([three, five], 'aspirin')).toBe(at('2026-11-21T09:00'));
    expect(latest([{ any: [three, five] }], 'aspirin')).toBe(at('2026-11-19T23:59'));
  });

  test('is none when no dose is early enough', () => {
    expect(latest([{ class: 'antiplatelet' }], 'aspirin')).toBeUndefined();
    expect(latest([{ any: [three, { class: 'antiplatelet' }] }], 'aspirin')).toBeUndefined();
  });
});
