import { describe, expect, test } from 'vitest';

import { isBlank, tableAnswers } from '../../src/batch/table-answers.ts';

const HEADER = ['reject.code', 'id', 'medications', 'medications'];

function answers(...cells: (string | null)[]): unknown {
  return tableAnswers({ kind: 'cells', cells }, HEADER);
}

describe('the answers of a row', () => {
  test('stand under the names of their columns; empty cells and our own columns are left out', () => {
    expect(answers('x', 'A-1', ' ', 'aspirin')).toEqual({
      ok: true,
      answers: { id: 'A-1', medications: 'aspirin' },
    });
  });

  test('may be followed by empty cells', () => {
    expect(answers('', 'A-1', '', '', '', '')).toEqual({ ok: true, answers: { id: 'A-1' } });
  });

  test.each([
    ['too few cells', ['', 'A-1', 'x'], 'ragged-row'],
    ['too many', ['', 'A-1', 'x', '', 'y'], 'ragged-row'],
    ['two answers to one question', ['', 'A-1', 'x', 'y'], 'duplicate-field'],
    ['bytes that are no text', ['', 'A-1', null, ''], 'wrong-encoding'],
  ])('are refused with %s', (_, cells, code) => {
    expect(answers(...cells)).toMatchObject({ ok: false, id: 'A-1', faults: [{ code }] });
  });

  test('are refused when the quotes cannot be meant', () => {
    const row = { kind: 'cells', cells: ['"x'], fault: 'unclosed-quote' } as const;
    expect(tableAnswers(row, HEADER)).toMatchObject({
      ok: false,
      faults: [{ code: 'unclosed-quote' }],
    });
  });

  test('may have a column named like a part of every object', () => {
    const row = tableAnswers({ kind: 'cells', cells: ['x'] }, ['__proto__']);
    expect(row.ok && Object.entries(row.answers ?? {})).toEqual([['__proto__', 'x']]);
  });
});

test('a row of empty cells is none', () => {
  expect(isBlank(['', ' '])).toBe(true);
  expect(isBlank(['', 'x'])).toBe(false);
});

test('a column that nobody wants may stand twice', () => {
  const content = { kind: 'cells' as const, cells: ['A-1', 'called', 'called again'] };
  const header = ['id', 'notes', 'notes'];
  expect(tableAnswers(content, header)).toMatchObject({ faults: [{ code: 'duplicate-field' }] });
  expect(tableAnswers(content, header, new Set(['notes']))).toEqual({
    ok: true,
    answers: { id: 'A-1' },
  });
});
