import { describe, expect, test } from 'vitest';

import { figuresIn } from '../../src/audit/figures.ts';

/** Each figure as its text, with its measure and value, and which end of a span it is. */
function seenIn(sentence: string): string[] {
  return figuresIn(sentence).map(({ text, measure, value, end }) =>
    [text, measure, value, ...(end ? [end] : [])].join(' | '),
  );
}

describe('the figures of a sentence', () => {
  test.each([
    ['taken less than 168 hours before', ['168 hours | minutes | 10080']],
    ['71 h 59 min before', ['71 h | minutes | 4260', '59 min | minutes | 59']],
    ['taken less than 7 days before', ['7 days | minutes | 10080']],
    ['a stent less than a year old, or 2 years', ['2 years | months | 24']],
    ['HbA1c 9.0 % or higher', ['9.0 | number | 9']],
    ['a count of 1,500 or less', ['1,500 | number | 1500']],
    ['Four or more injections', ['Four | number | 4']],
    ['a 3-month wait', ['3-month | months | 3']],
    ['14 to 27 days before', ['14 | minutes | 20160 | first', '27 days | minutes | 38880 | last']],
    ['from 250 up to 299 mg/dL', ['250 | number | 250 | first', '299 | number | 299 | last']],
    [
      '60 days to 12 months',
      ['60 days | minutes | 86400 | first', '12 months | months | 12 | last'],
    ],
    ['14-21 days', ['14 | minutes | 20160 | first', '21 days | minutes | 30240 | last']],
    ['within 30 days after', ['30 days | minutes | 43200 | last']],
  ])('%s', (sentence, figures) => {
    expect(seenIn(sentence)).toEqual(figures);
  });

  test('are not those in names, dates and {values} that are filled in', () => {
    expect(seenIn('GLP-1, SGLT2, CYP3A4, HbA1c and COVID-19 on 2026-11-24: {hold}')).toEqual([]);
    expect(seenIn('Injections: {steroid.injections_last_12_months}')).toEqual([]);
  });
});
