import { describe, expect, test } from 'vitest';

import { isBlank, nameCells, tableAnswers } from '../../src/batch/table-answers.ts';

const HEADER = ['reject.code', 'id', 'medications', 'medications'];

function answers(...cells: (string | null)[]): unknown {
  return tableAnswers(nameCells({ kind: 'cells', cells }, HEADER));
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
    const row = nameCells({ kind: 'cells', cells: ['"x'], fault: 'unclosed-quote' }, HEADER);
    expect(tableAnswers(row)).toMatchObject({ ok: false, faults: [{ code: 'unclosed-quote' }] });
  });

  test('may have a column named like a part of every object', () => {
    const named = nameCells({ kind: 'cells', cells: ['x'] }, ['__proto__']);
    expect(tableAnswers(named)).toMatchObject({ ok: true });
    expect(Object.keys(Object.fromEntries(named.values))).toEqual(['__proto__']);
  });
});

test('a row of empty cells is none', () => {
  expect(isBlank(['', ' '])).toBe(true);
  expect(isBlank(['', 'x'])).toBe(false);
});
