import { describe, expect, test } from 'vitest';

import { dateReader, readDate } from '../../../src/batch/mapping/date-format.ts';

describe('a format', () => {
  test.each([
    ['MM/DD/YYYY', '03/04/2026', '2026-03-04'],
    ['DD/MM/YYYY', '03/04/2026', '2026-04-03'],
    ['M/D/YYYY h:mm A', '3/4/2026 1:05 PM', '2026-03-04T13:05'],
    ['M/D/YYYY h:mm A', '3/4/2026  12:05 a.m.', '2026-03-04T00:05'],
    ['DD-MMM-YYYY HH:mm', '04-Mar-2026 09:30', '2026-03-04T09:30'],
    ['DD.MM.YYYY HH:mm:ss', '04.03.2026 09:30:15', '2026-03-04T09:30:15'],
    ['D MMM YYYY HH:mm:ssZ', '4 Mar 2026 09:30:15-09:00', '2026-03-04T09:30:15-09:00'],
    ['YYYYMMDD', '20260304', '2026-03-04'],
    ['YYYY-MM-DDTHH:mm', '2026-03-04T09:30', '2026-03-04T09:30'],
  ])('%s reads %s', (format, text, expected) => {
    expect(dateReader(format)?.(text)).toBe(expected);
  });

  test.each([
    ['MM/DD/YYYY', '3/4/2026'],
    ['MM/DD/YYYY', '03/04/26'],
    ['MM/DD/YYYY', 'x03/04/2026'],
    ['M/D/YYYY h:mm A', '3/4/2026 13:05 PM'],
  ])('%s refuses %s', (format, text) => {
    expect(dateReader(format)?.(text)).toBeUndefined();
  });

  test.each([
    'YYYY',
    'MM/DD/YY',
    'MM/DD/YYYY h:mm',
    'MM/MMM/DD/YYYY',
    'MM/DD/YYYY HH',
    'today',
    '',
  ])('%s is none', (format) => {
    expect(dateReader(format)).toBeUndefined();
  });
});

describe('several formats', () => {
  const readers = ['MM/DD/YYYY', 'DD/MM/YYYY'].flatMap((format) => dateReader(format) ?? []);

  test('give the date on which they agree, or none', () => {
    expect(readDate('03/03/2026', readers)).toBe('2026-03-03');
    expect(readDate('March 3', readers)).toBeUndefined();
  });

  test('never choose between two', () => {
    expect(readDate('03/04/2026', readers)).toEqual({ ambiguous: true });
  });
});
