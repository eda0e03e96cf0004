import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { movedTo } from '../../src/evaluation/context.ts';
import {
  amountOf,
  clearsAt,
  hasAmount,
  isTimeTest,
  latestClear,
  meets,
  type Moment,
  type TimeTest,
} from '../../src/evaluation/time-test.ts';
import { parsePhrase } from '../../src/rules/phrase.ts';
import { parseDay } from '../../src/time/day.ts';
import { at } from '../support/anchorage.ts';
import { clinic, patient, PROCEDURE_AT } from '../support/small-clinic.ts';

const context = patient({});
const scope = { needs: new Set<string>() };
const MINUTE = 60_000;

function phrase(words: string): TimeTest {
  const read = parsePhrase(words);
  if (!read || !isTimeTest(read)) throw new Error(`no time test: ${words}`);
  return read;
}

/** A date-time, or a date of which the hour is not known. */
function moment(text: string): Moment {
  const day = parseDay(text);
  return day === undefined ? { instant: at(text) } : { day };
}

function holds(words: string, told: string, procedureAt = PROCEDURE_AT): boolean {
  return meets(phrase(words), moment(told), movedTo(context, at(procedureAt)), scope);
}

describe('reaching an interval satisfies it', () => {
  test.each([
    ['less than 6 hours before the procedure', '2026-11-24T03:00', false],
    ['less than 6 hours before the procedure', '2026-11-24T03:01', true],
    ['at least 6 hours before the procedure', '2026-11-24T03:00', true],
    ['at least 6 hours before the procedure', '2026-11-24T03:01', false],
    ['more than 6 hours before the procedure', '2026-11-24T03:00', false],
    ['more than 6 hours before the procedure', '2026-11-24T02:59', true],
    ['less than 5 days before the procedure', '2026-11-19', false],
    ['less than 5 days before the procedure', '2026-11-20', true],
    ['at least 5 days before the procedure', '2026-11-19', true],
    ['more than 5 days before the procedure', '2026-11-19', false],
    ['more than 5 days before the procedure', '2026-11-18', true],
    ['less than 3 months before the procedure', '2026-08-24', false],
    ['less than 3 months before the procedure', '2026-08-25', true],
  ])('`%s` of %s: %s', (words, told, expected) => {
    expect(holds(words, told)).toBe(expected);
  });
});

describe('the side of the procedure', () => {
  test.each([
    ['less than 2 hours before the procedure', '2026-11-24T11:00', true],
    ['within 2 hours before the procedure', '2026-11-24T11:00', false],
    ['within 2 hours before the procedure', '2026-11-24T08:00', true],
    ['within 14 days before the procedure', '2026-11-24', true],
    ['within 14 days before the procedure', '2026-11-25', false],
    ['within 14 days after the procedure', '2026-11-24', true],
    ['within 14 days after the procedure', '2026-12-07', true],
    ['within 14 days after the procedure', '2026-12-08', false],
    ['within 14 days after the procedure', '2026-11-23', false],
  ])('`%s` of %s: %s', (words, told, expected) => {
    expect(holds(words, told)).toBe(expected);
  });
});

test.each([
  ['2026-11-24', true],
  ['2026-11-24T23:59', true],
  ['2026-11-25T00:00', false],
  ['2026-11-23', false],
])('on the day of the procedure: %s is %s', (told, expected) => {
  expect(holds('on the day of the procedure', told)).toBe(expected);
});

test('a day of which the hour is not known counts to its last minute', () => {
  expect(holds('less than 10 hours before the procedure', '2026-11-23')).toBe(true);
  expect(holds('less than 9 hours before the procedure', '2026-11-23')).toBe(false);
});

describe('where the clocks change', () => {
  test.each([
    [
      'in November, 72 hours reach back to an hour later on the clock',
      '2026-10-30T10:00',
      '2026-11-02T09:00',
    ],
    ['in March, to an hour earlier', '2027-03-12T08:00', '2027-03-15T09:00'],
  ])('hours are exact: %s', (_, dose, procedure) => {
    const later = new Date(at(dose) + MINUTE).toISOString();
    expect(holds('less than 72 hours before the procedure', dose, procedure)).toBe(false);
    expect(holds('less than 72 hours before the procedure', later, procedure)).toBe(true);
  });

  test.each([
    ['2026-10-30T23:59', '2026-11-02T08:00'],
    ['2027-03-12T23:59', '2027-03-15T08:00'],
  ])('days are counted on the calendar: from %s to %s there are three', (dose, procedure) => {
    expect(holds('less than 3 days before the procedure', dose, procedure)).toBe(false);
    expect(holds('less than 4 days before the procedure', dose, procedure)).toBe(true);
  });
});

describe('clearsAt', () => {
  test.each([
    ['less than 6 hours before the procedure', '2026-11-24T06:00', '2026-11-24T12:00'],
    ['less than 5 days before the procedure', '2026-11-20T10:00', '2026-11-25T00:00'],
    ['less than 1 months before the procedure', '2026-10-31', '2026-11-30T00:00'],
    ['within 14 days before the procedure', '2026-11-20', '2026-12-04T00:00'],
    ['on the day of the procedure', '2026-11-24T10:00', '2026-11-25T00:00'],
    ['less than 72 hours before the procedure', '2026-10-30T10:30', '2026-11-02T09:30'],
    ['less than 72 hours before the procedure', '2027-03-12T08:30', '2027-03-15T09:30'],
  ])('`%s` of %s ends at %s', (words, told, expected) => {
    expect(clearsAt(phrase(words), moment(told), context, scope)).toBe(at(expected));
  });

  test.each(['at least 6 hours before', 'more than 6 hours before', 'within 2 weeks after'])(
    '`%s the procedure` never ends by waiting',
    (words) => {
      const told = moment('2026-11-24T06:00');
      expect(clearsAt(phrase(`${words} the procedure`), told, context, scope)).toBeUndefined();
    },
  );
});

const nearer = fc
  .tuple(
    fc.integer({ min: 1, max: 60 }),
    fc.constantFrom('minutes', 'hours', 'days', 'weeks', 'months'),
  )
  .map(([count, unit]) => phrase(`less than ${count} ${unit} before the procedure`));
/** Minutes within a year around the clock changes of 2026 and 2027. */
const instant = fc
  .integer({ min: at('2026-06-01T00:00') / MINUTE, max: at('2027-06-01T00:00') / MINUTE })
  .map((m) => m * MINUTE);

test('a test ends at the moment told, and not a minute before', () => {
  fc.assert(
    fc.property(nearer, instant, (words, told) => {
      const ends = clearsAt(words, { instant: told }, context, scope) ?? Number.NaN;
      expect(meets(words, { instant: told }, movedTo(context, ends), scope)).toBe(false);
      expect(meets(words, { instant: told }, movedTo(context, ends - MINUTE), scope)).toBe(true);
    }),
  );
});

test('a dose at the latest moment is in time, and one a minute later is not', () => {
  fc.assert(
    fc.property(nearer, instant, (words, procedure) => {
      const moved = movedTo(context, procedure);
      const latest = latestClear(words, moved, scope) ?? Number.NaN;
      expect(meets(words, { instant: latest }, moved, scope)).toBe(false);
      expect(meets(words, { instant: latest + MINUTE }, moved, scope)).toBe(true);
    }),
  );
});

test('the latest dose that is not on the day is the last minute of the day before', () => {
  expect(latestClear(phrase('on the day of the procedure'), context, scope)).toBe(
    at('2026-11-23T23:59'),
  );
});

test.each(['at least 6 hours before the procedure', 'within 2 weeks after the procedure'])(
  'no last dose is early enough for `%s`',
  (words) => {
    expect(latestClear(phrase(words), context, scope)).toBeUndefined();
  },
);

describe('the amount of a test', () => {
  const rules = clinic({ parameters: [{ id: 'wait', value: '3 days' }] });
  const known = patient({}, rules);
  const row = {
    table: 't',
    values: { hold: { count: 2, unit: 'hours' as const } },
    sources: [],
    evidence: 'label' as const,
  };

  test('is that of the parameter or of the column that it names', () => {
    expect(amountOf({ ref: 'wait' }, known, scope)).toEqual({ count: 3, unit: 'days' });
    expect(amountOf({ ref: 'hold' }, known, { ...scope, row })).toEqual({
      count: 2,
      unit: 'hours',
    });
    expect(() => amountOf({ ref: 'hold' }, known, scope)).toThrow('no length of time');
  });

  test('may be left out by a line of a table', () => {
    const words = phrase('less than {hold} before the procedure');
    expect(hasAmount(words, { ...scope, row }, known)).toBe(true);
    expect(hasAmount(words, scope, known)).toBe(false);
    expect(hasAmount(phrase('less than {wait} before the procedure'), scope, known)).toBe(true);
  });
});
