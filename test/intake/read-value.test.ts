import { describe, expect, test } from 'vitest';

import { type Clock, readChoice, readValue, readYesNo } from '../../src/intake/read-value.ts';
import { formatDay } from '../../src/time/day.ts';
import { ANCHORAGE, at } from '../support/anchorage.ts';
import { question } from '../support/small-questions.ts';

const CLOCK: Clock = { zone: ANCHORAGE, screenedAt: at('2026-11-20T14:30') };

/** The code of the fault of a value, or `read`. */
function outcome(read: ReturnType<typeof readValue>): string {
  return 'fault' in read ? read.fault.code : 'read';
}

describe('yes or no', () => {
  test.each([true, 'yes', 'Yes', ' YES ', 'true'])('%j is yes', (value) => {
    expect(readYesNo(value)).toEqual({ value: true });
  });

  test.each([false, 'no', 'No', ' NO ', 'false'])('%j is no', (value) => {
    expect(readYesNo(value)).toEqual({ value: false });
  });

  test.each(['y', 'n', 'maybe', 1, 0, null, [], {}])('%j is neither', (value) => {
    expect(readYesNo(value)).toMatchObject({ fault: { code: 'wrong-type' } });
  });
});

describe('a choice', () => {
  const choices = { none: 'None', 'type-1': 'One' };

  test.each(['type-1', ' Type-1 ', 'TYPE-1'])('%j is one of them', (value) => {
    expect(readChoice(value, choices)).toEqual({ value: 'type-1' });
  });

  test.each(['type-3', 'One', 'toString', 'constructor', '__proto__', 1, true, null, ['type-1']])(
    '%j is none of them',
    (value) => {
      expect(readChoice(value, choices)).toMatchObject({ fault: { code: 'unknown-choice' } });
    },
  );

  test('that is nearly right is suggested', () => {
    expect(readChoice('type-11', choices)).toMatchObject({
      fault: { help: 'did you mean `type-1`?' },
    });
  });

  test('of free text is not repeated: it may hold what a patient said', () => {
    const read = readChoice('Mrs Smith of Elm Street', choices);
    expect('fault' in read && read.fault.message).not.toContain('Smith');
  });
});

describe('a list', () => {
  const signs = question('signs', 'list');
  const read = (value: unknown): ReturnType<typeof readValue> => readValue(signs, value, CLOCK);

  test.each([
    [
      ['stiff-neck', 'fever'],
      ['fever', 'stiff-neck'],
    ],
    [['fever', 'fever'], ['fever']],
    ['fever; stiff-neck', ['fever', 'stiff-neck']],
    ['fever,stiff-neck', ['fever', 'stiff-neck']],
    ['Fever | Stiff-Neck', ['fever', 'stiff-neck']],
    [['none'], ['none']],
    ['none', ['none']],
    ['fever;', ['fever']],
  ])('%j is read', (value, expected) => {
    expect(read(value)).toEqual({ value: expected });
  });

  test.each([[[]], [';'], ['']])('%j is no answer', (value) => {
    expect(read(value)).toEqual({ value: undefined });
  });

  test.each([[['none', 'fever']], ['none; fever'], ['fever, none']])(
    '%j: none stands alone',
    (value) => {
      expect(outcome(read(value))).toBe('none-with-others');
    },
  );

  test.each([
    [['cough'], 'unknown-choice'],
    [['fever', 'unknown'], 'unknown-choice'],
    [[null], 'unknown-choice'],
    [true, 'wrong-type'],
    [{ fever: true }, 'wrong-type'],
  ])('%j is refused', (value, code) => {
    expect(outcome(read(value))).toBe(code);
  });
});

describe('a text', () => {
  const id = question('id', 'text');

  test.each([
    ['A-1024', 'A-1024'],
    [' A-1024 ', 'A-1024'],
    ['00123', '00123'],
    [1024, '1024'],
  ])('%j is `%s`', (value, expected) => {
    expect(readValue(id, value, CLOCK)).toEqual({ value: expected });
  });

  test.each([true, ['A'], { id: 'A' }, ' ', 2 ** 53, 1e21, 12.5])(
    '%j is none, or is not what was written',
    (value) => {
      expect(outcome(readValue(id, value, CLOCK))).toBe('wrong-type');
    },
  );
});

describe('a date', () => {
  const past = question('diabetes.hba1c_on', 'date');
  const future = question('surgery_on', 'date');

  test.each([
    ['2026-11-19', '2026-11-19'],
    ['2026-11-20', '2026-11-20'],
    ['2026-11-20T23:59', '2026-11-20'],
    ['2026-11-20T06:00Z', '2026-11-19'],
  ])('`%s` is %s', (value, expected) => {
    const read = readValue(past, value, CLOCK);
    expect('value' in read && formatDay(Number(read.value))).toBe(expected);
  });

  test.each(['', '20 November', '11/20/2026', '2026-02-30', '2026-11', 20_261_120, null, true])(
    '%j is none',
    (value) => {
      expect(outcome(readValue(past, value, CLOCK))).toBe('not-a-date');
    },
  );

  test.each([
    ['2026-11-21', 'in-the-future'],
    ['2029-11-19', 'in-the-future'],
    ['2029-11-21', 'implausible-value'],
    ['2206-11-20', 'implausible-value'],
    ['1906-11-21', 'read'],
    ['1906-11-19', 'implausible-value'],
  ])('of what is past, `%s` is: %s', (value, expected) => {
    expect(outcome(readValue(past, value, CLOCK))).toBe(expected);
  });

  test.each([
    ['2026-11-19', 'in-the-past'],
    ['2026-11-20', 'read'],
    ['2026-11-21', 'read'],
    ['2206-11-20', 'implausible-value'],
  ])('of what is to come, `%s` is: %s', (value, expected) => {
    expect(outcome(readValue(future, value, CLOCK))).toBe(expected);
  });
});

describe('a date-time', () => {
  const past = question('last_alcohol_at', 'date-time');
  const any = question('last_meal.at', 'date-time');

  test('is a moment on the clock of the clinic', () => {
    expect(readValue(any, '2026-11-24T06:00', CLOCK)).toEqual({ value: at('2026-11-24T06:00') });
  });

  test('may carry its own offset', () => {
    expect(readValue(any, '2026-11-24T10:00-05:00', CLOCK)).toEqual({
      value: at('2026-11-24T06:00'),
    });
  });

  test.each([
    ['2026-11-20T14:30', 'read'],
    ['2026-11-20T14:31', 'in-the-future'],
    ['2026-11-20T23:00', 'in-the-future'],
    ['2026-11-21T00:00', 'in-the-future'],
    ['2026-11-19T23:59', 'read'],
  ])('of what is past, `%s` is: %s', (value, expected) => {
    expect(outcome(readValue(past, value, CLOCK))).toBe(expected);
  });

  test.each(['2026-11-24', 'yesterday', '2026-11-24T25:00', 5, null])('%j is none', (value) => {
    expect(outcome(readValue(any, value, CLOCK))).toBe('not-a-date');
  });

  test('that lacks its hour is told so', () => {
    const [date, words] = ['2026-11-24', 'yesterday'].map((value) => readValue(any, value, CLOCK));
    expect(date && 'fault' in date && date.fault.help).not.toBe(
      words && 'fault' in words && words.fault.help,
    );
  });

  test('of a meal in the hour that comes twice is the later one: nearer to the procedure', () => {
    const clock = { zone: ANCHORAGE, screenedAt: at('2026-11-01T07:00') };
    expect(readValue(any, '2026-11-01T01:30', clock)).toEqual({
      value: at('2026-11-01T01:30-09:00'),
    });
  });

  test('of the procedure in the hour that comes twice is the earlier one: nearer to what came before', () => {
    const procedure = question('procedure.at', 'date-time');
    const clock = { zone: ANCHORAGE, screenedAt: at('2026-11-01T00:30') };
    expect(readValue(procedure, '2026-11-01T01:30', clock)).toEqual({
      value: at('2026-11-01T01:30-08:00'),
    });
  });
});
