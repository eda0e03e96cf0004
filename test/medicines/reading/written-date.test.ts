import { expect, test } from 'vitest';

import { writtenDates } from '../../../src/medicines/reading/written-date.ts';

test.each([
  ['aspirin (last 11/19)', '11/19'],
  ['last dose: 11/19/26', '11/19/26'],
  ['last taken 2026-11-20 08:00', '2026-11-20 08:00'],
  ['Eliquis @ 2026-11-20T08:00', '2026-11-20T08:00'],
  ['last dose 0800 11/19', '0800 11/19'],
  ['last dose this am', 'this am'],
  ['2 Advil last night', 'last night'],
  ['aspirin 2 wks ago', '2 wks ago'],
  ['a couple of days ago', 'a couple of days ago'],
  ['ozempic (last Fri)', 'last Fri'],
  ['took one yesterday at 8pm', 'yesterday at 8pm'],
  ['last dose Monday', 'Monday'],
  ['until Nov 3', 'Nov 3'],
  ['Advil PM last nite', 'last nite'],
  ['last dose of plavix was 11/18', '11/18'],
  ['last took aspirin 81 mg Friday', 'Friday'],
  ['took 1/2 tab of warfarin this morning', 'this morning'],
])('`%s` says when the last dose was', (line, words) => {
  expect(writtenDates(line)).toMatchObject([{ words, use: 'last-taken' }]);
});

test.each([
  ['stopped 11/12', '11/12'],
  ['held since 11/15', '11/15'],
  ['no aspirin for 7 days', 'for 7 days'],
  ['off since October', 'October'],
])('`%s` says so of a medicine that is stopped', (line, words) => {
  expect(writtenDates(line)).toMatchObject([{ words, use: 'if-stopped' }]);
});

test.each(['started 11/12', 'refilled Nov 3, 2026', 'next dose tomorrow at 8am, due 11/25'])(
  '`%s` says nothing of a last dose',
  (line) => {
    expect(writtenDates(line).filter(({ use }) => use !== 'other')).toEqual([]);
  },
);

test.each([
  'Percocet 5/325',
  'Humulin 70/30',
  'lisinopril-hctz 20-12.5',
  'every 4-6 hours',
  'May apple',
  'last dose of warfarin 1/2 tab',
  'last dose of vitamin D 2000',
  'heparin last dose 2000 units',
])('`%s` holds no date', (line) => {
  expect(writtenDates(line)).toEqual([]);
});
