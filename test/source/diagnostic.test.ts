import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  type Diagnostic,
  formatPlace,
  positionAt,
  sortDiagnostics,
} from '../../src/source/diagnostic.ts';
import { places } from '../support/places.ts';

function diagnostic(file: string, start: number, code: string): Diagnostic {
  return {
    code,
    severity: 'error',
    message: 'it is wrong',
    span: { source: { file, text: 'ab\ncd\nef' }, start, end: start + 1 },
  };
}

describe('a position', () => {
  test.each([
    ['the first character', 0, { line: 1, column: 1 }],
    ['the end of a line', 2, { line: 1, column: 3 }],
    ['the start of a line', 3, { line: 2, column: 1 }],
    ['within a line', 7, { line: 3, column: 2 }],
    ['the end of the text', 8, { line: 3, column: 3 }],
  ])('of %s counts from one', (_, offset, expected) => {
    expect(positionAt('ab\ncd\nef', offset)).toEqual(expected);
  });

  test('leads back to its offset', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') });
    fc.assert(
      fc.property(text, fc.nat(), (content, at) => {
        const offset = at % (content.length + 1);
        const { line, column } = positionAt(content, offset);
        const before = content.split('\n').slice(0, line - 1);
        expect(before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1).toBe(offset);
      }),
    );
  });
});

test('a place is written as file, line and column', () => {
  expect(formatPlace(diagnostic('rules/a.yaml', 4, 'x').span)).toBe('rules/a.yaml:2:2');
});

describe('sorting', () => {
  const unsorted = [
    diagnostic('b', 0, 'x'),
    diagnostic('a', 6, 'x'),
    diagnostic('a', 3, 'y'),
    diagnostic('a', 3, 'x'),
  ];

  test('goes by file, then place, then code', () => {
    expect(places(sortDiagnostics(unsorted))).toEqual(['a:2:1 x', 'a:2:1 y', 'a:3:1 x', 'b:1:1 x']);
  });

  test('does not depend on the order in which the faults were found', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(unsorted, { minLength: unsorted.length }), (shuffled) => {
        expect(sortDiagnostics(shuffled)).toEqual(sortDiagnostics(unsorted));
      }),
    );
  });

  test('leaves the given list as it was', () => {
    const given = [...unsorted];
    sortDiagnostics(given);
    expect(given).toEqual(unsorted);
  });
});
