import { describe, expect, test } from 'vitest';

import { momentText, momentWords } from '../../../src/interview/words/moment-words.ts';
import { readSpoken, type SpokenView } from '../../../src/time/spoken/spoken-time.ts';
import { ANCHORAGE, at } from '../../support/anchorage.ts';

// A Wednesday.
const NOW = at('2026-11-18T10:00');

function read(text: string, view: Partial<SpokenView> = {}): readonly string[] | string {
  const spoken = readSpoken(text, { zone: ANCHORAGE, now: NOW, direction: 'past', ...view });
  if (spoken.is === 'moments') return spoken.moments.map(momentText);
  if (spoken.is !== 'span') return spoken.is;
  return `${momentText({ day: spoken.from })} to ${momentText({ day: spoken.to })}`;
}

describe('a moment that is past', () => {
  test.each([
    ['yesterday 8am', '2026-11-17T08:00'],
    ['Yesterday at 8 a.m.', '2026-11-17T08:00'],
    ['8 pm yesterday', '2026-11-17T20:00'],
    ['yesterday 2030h', '2026-11-17T20:30'],
    ['yesterday 1930', '2026-11-17T19:30'],
    ['yesterday evening at 8', '2026-11-17T20:00'],
    ['8 in the morning yesterday', '2026-11-17T08:00'],
    ['yesterday noon', '2026-11-17T12:00'],
    ['this morning 7:15', '2026-11-18T07:15'],
    ['today at 8', '2026-11-18T08:00'],
    ['last night 10pm', '2026-11-17T22:00'],
    ['last night at 1:30', '2026-11-18T01:30'],
    ['last night at midnight', '2026-11-18T00:00'],
    ['last night', '2026-11-17'],
    ['yesterday', '2026-11-17'],
    ['day before yesterday', '2026-11-16'],
    ['night before last', '2026-11-16'],
    ['Monday', '2026-11-16'],
    ['on Monday at 9 am', '2026-11-16T09:00'],
    ['this past Monday', '2026-11-16'],
    ['2 weeks ago', '2026-11-04'],
    ['a couple of days ago', '2026-11-16'],
    ['about three days ago', '2026-11-15'],
    ['a month ago', '2026-10-18'],
    ['2 years ago', '2024-11-18'],
    ['5 hours ago', '2026-11-18T05:00'],
    ['half an hour ago', '2026-11-18T09:30'],
    ['2 and a half hours ago', '2026-11-18T07:30'],
    ['an hour ago', '2026-11-18T09:00'],
    ['just now', '2026-11-18T10:00'],
    ['11/17', '2026-11-17'],
    ['11/20', '2025-11-20'],
    ['11/17 8am', '2026-11-17T08:00'],
    ['11/17/2024', '2024-11-17'],
    ['11/17/24', '2024-11-17'],
    ['17/11', '2026-11-17'],
    ['Nov 17', '2026-11-17'],
    ['17 November 2023', '2023-11-17'],
    ['November 17th, 2023', '2023-11-17'],
    ['the 15th', '2026-11-15'],
    ['the 20th', '2026-10-20'],
    ['2/29', '2024-02-29'],
    ['2026-11-17', '2026-11-17'],
    ['2026-11-17T08:00', '2026-11-17T08:00'],
    ['8am', '2026-11-18T08:00'],
    ['8pm', '2026-11-17T20:00'],
    ['20:00', '2026-11-17T20:00'],
    ['08:30', '2026-11-18T08:30'],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe('what can be read in several ways is left open', () => {
  test.each([
    ['yesterday 8', ['2026-11-17T08:00', '2026-11-17T20:00']],
    ['8:30', ['2026-11-18T08:30', '2026-11-17T20:30']],
    ['Wednesday', ['2026-11-18', '2026-11-11']],
    ['last Monday', ['2026-11-16', '2026-11-09']],
    ['2 or 3 days ago', ['2026-11-16', '2026-11-15']],
    ['Monday midnight', ['2026-11-16T00:00', '2026-11-17T00:00']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['March 2019', '2019-03-01 to 2019-03-31'],
    ['in March', '2026-03-01 to 2026-03-31'],
    ['December', '2025-12-01 to 2025-12-31'],
    ['November', '2026-11-01 to 2026-11-18'],
    ['2019', '2019-01-01 to 2019-12-31'],
  ])('%s is a span of days', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(['a few days ago', 'last week', 'recently'])('%s is too vague', (text) => {
    expect(read(text)).toBe('vague');
  });

  test.each(['', 'banana', '25:00', '13/32', 'yesterday 25', 'Feb 30 2024'])(
    '"%s" is none',
    (text) => {
      expect(read(text)).toBe('nothing');
    },
  );
});

describe('a moment to come', () => {
  test.each([
    ['tomorrow 9am', ['2026-11-19T09:00']],
    ['Tuesday 9am', ['2026-11-24T09:00']],
    ['next Tuesday', ['2026-11-24', '2026-12-01']],
    ['11/24 13:30', ['2026-11-24T13:30']],
    ['11/24 1330', ['2026-11-24T13:30']],
    ['1/5 8am', ['2027-01-05T08:00']],
    ['in 3 days', ['2026-11-21']],
    ['9am', ['2026-11-19T09:00']],
  ])('%s', (text, expected) => {
    expect(read(text, { direction: 'future' })).toEqual(expected);
  });
});

describe('a moment on either side', () => {
  test('takes the nearest year', () => {
    expect(read('11/20', { direction: 'any' })).toEqual(['2026-11-20']);
    expect(read('2/1', { direction: 'any' })).toEqual(['2027-02-01']);
  });

  test('leaves a weekday open', () => {
    expect(read('Monday', { direction: 'any' })).toEqual(['2026-11-16', '2026-11-23']);
  });

  test('is bounded by the procedure', () => {
    const latest = at('2026-11-18T13:00');
    expect(read('7pm', { direction: 'any', latest })).toEqual(['2026-11-17T19:00']);
    expect(read('11am', { direction: 'any', latest })).toEqual([
      '2026-11-17T11:00',
      '2026-11-18T11:00',
    ]);
  });

  test('reads four digits as an hour where one is asked for', () => {
    expect(read('0630', { wantsHour: true })).toEqual(['2026-11-18T06:30']);
    expect(read('1930', { wantsHour: true })).toEqual(['2026-11-17T19:30']);
  });
});

describe('in words', () => {
  const towards = { zone: ANCHORAGE, procedureAt: at('2026-11-24T09:00') };
  const day = (text: string): number => ANCHORAGE.dayOf(at(`${text}T12:00`));

  test.each([
    [
      { day: day('2026-11-23'), minute: 19 * 60 },
      'Mon 23 Nov 2026 19:00, 14 h before the procedure',
    ],
    [
      { day: day('2026-11-24'), minute: 6 * 60 + 30 },
      'Tue 24 Nov 2026 06:30, 2 h 30 min before the procedure',
    ],
    [
      { day: day('2026-11-20'), minute: 6 * 60 },
      'Fri 20 Nov 2026 06:00, 4 days 3 h before the procedure',
    ],
    [{ day: day('2026-11-20') }, 'Fri 20 Nov 2026, 4 days before the procedure'],
    [{ day: day('2026-11-24') }, 'Tue 24 Nov 2026, on the day of the procedure'],
    [{ day: day('2026-11-25') }, 'Wed 25 Nov 2026, 1 day after the procedure'],
    [
      { day: day('2026-11-24'), minute: 9 * 60 },
      'Tue 24 Nov 2026 09:00, at the hour of the procedure',
    ],
  ])('%o', (moment, expected) => {
    expect(momentWords(moment, towards)).toBe(expected);
  });

  test('without a procedure there is nothing to count to', () => {
    expect(momentWords({ day: day('2026-11-23') }, { ...towards, procedureAt: undefined })).toBe(
      'Mon 23 Nov 2026',
    );
  });

  test('counts real hours across the end of daylight saving', () => {
    const sunday = { zone: ANCHORAGE, procedureAt: at('2026-11-01T09:00') };
    expect(momentWords({ day: day('2026-10-31'), minute: 21 * 60 }, sunday)).toBe(
      'Sat 31 Oct 2026 21:00, 13 h before the procedure',
    );
  });
});
