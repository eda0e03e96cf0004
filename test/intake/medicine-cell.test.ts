import { describe, expect, test } from 'vitest';

import { readCell } from '../../src/intake/medicine-cell.ts';

describe('a cell of medicines', () => {
  test('is read as it is documented', () => {
    expect(
      readCell(
        'Eliquis 5 mg bid @ 2026-11-20 08:00 for atrial-fibrillation; aspirin 81 mg @ 2026-11-19',
      ),
    ).toEqual([
      {
        name: 'Eliquis 5 mg bid',
        last_taken: '2026-11-20 08:00',
        taken_for: 'atrial-fibrillation',
      },
      { name: 'aspirin 81 mg', last_taken: '2026-11-19' },
    ]);
  });

  test.each([
    ['semicolons', 'a; b;c'],
    ['lines', 'a\nb\nc'],
    ['both, and some too many', ';a;\n b ;; c;\n'],
  ])('is parted by %s', (_, cell) => {
    expect(readCell(cell)).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
  });

  test.each(['', ' ', ';', ' ; \n'])('%j holds no medicine', (cell) => {
    expect(readCell(cell)).toEqual([]);
  });

  test.each(['none', 'None', ' NONE '])(
    '%j is the word none, and no medicine of that name',
    (cell) => {
      expect(readCell(cell)).toEqual([cell.trim()]);
    },
  );
});

describe('an entry', () => {
  test.each([
    ['aspirin', { name: 'aspirin' }],
    ['aspirin @ 2026-11-19T08:00', { name: 'aspirin', last_taken: '2026-11-19T08:00' }],
    ['aspirin@2026-11-19', { name: 'aspirin', last_taken: '2026-11-19' }],
    ['aspirin @ 2026-11-19T08:00-09:00', { name: 'aspirin', last_taken: '2026-11-19T08:00-09:00' }],
    ['aspirin @ 2026-11-19 08:00:30Z', { name: 'aspirin', last_taken: '2026-11-19 08:00:30Z' }],
    ['aspirin for stent', { name: 'aspirin', taken_for: 'stent' }],
    ['aspirin agreed', { name: 'aspirin', prescriber_agrees: true }],
    ['aspirin stopped', { name: 'aspirin', still_taking: false }],
    ['aspirin AGREED', { name: 'aspirin', prescriber_agrees: true }],
    [
      'aspirin @ 2026-11-19 for stent agreed',
      { name: 'aspirin', last_taken: '2026-11-19', taken_for: 'stent', prescriber_agrees: true },
    ],
    [
      'aspirin for stent @ 2026-11-19 stopped agreed',
      {
        name: 'aspirin',
        last_taken: '2026-11-19',
        taken_for: 'stent',
        still_taking: false,
        prescriber_agrees: true,
      },
    ],
    [
      'aspirin agreed @ 2026-11-19',
      { name: 'aspirin', last_taken: '2026-11-19', prescriber_agrees: true },
    ],
    ['aspirin stopped for stent', { name: 'aspirin', taken_for: 'stent', still_taking: false }],
  ])('`%s` is read', (entry, expected) => {
    expect(readCell(entry)).toEqual([expected]);
  });

  test('keeps a date that is none, so that it is told of', () => {
    expect(readCell('aspirin @ yesterday')).toEqual([{ name: 'aspirin', last_taken: 'yesterday' }]);
  });

  test.each(['Stopped-up nose spray', 'agreed', 'Advil for my back pain', 'for-her vitamins'])(
    'leaves the words of `%s` in its name',
    (entry) => {
      expect(readCell(entry)).toEqual([{ name: entry }]);
    },
  );

  test('without a name has an empty one, so that it is told of', () => {
    expect(readCell('@ 2026-11-19')).toEqual([{ name: '', last_taken: '2026-11-19' }]);
  });
});
