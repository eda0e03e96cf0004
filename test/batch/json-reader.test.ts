import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { ArrayReader, type JsonPiece, LineReader } from '../../src/batch/json-reader.ts';

function read(reader: ArrayReader | LineReader, pieces: readonly string[]): JsonPiece[] {
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

describe('lines', () => {
  test('are counted with those that are blank', () => {
    expect(read(new LineReader(), ['{"a":1}\r\n\n{"b"', ':2}'])).toEqual([
      { line: 1, raw: '{"a":1}' },
      { line: 2, raw: '' },
      { line: 3, raw: '{"b":2}' },
    ]);
  });
});

describe('an array', () => {
  test('comes apart into its elements, each with its line', () => {
    expect(
      read(new ArrayReader(), ['[\n  {"a": [1, 2]},\n  {\n  "b": "]},{"\n},\n"c"\n]\n']),
    ).toEqual([
      { line: 2, raw: '{"a": [1, 2]}' },
      { line: 3, raw: '{\n  "b": "]},{"\n}' },
      { line: 6, raw: '"c"' },
    ]);
  });

  test('may be empty', () => {
    expect(read(new ArrayReader(), ['[ ]\n'])).toEqual([]);
  });

  test.each([
    ['is cut off within an element', '[{"a":1},{"b"', ['{"a":1}', '{"b"']],
    ['is cut off behind a comma', '[{"a":1},', ['{"a":1}', '']],
    ['is cut off behind an element', '[{"a":1}', ['{"a":1}']],
    ['lacks an element', '[1,,2]', ['1', '', '2']],
    ['is followed by something', '[1] x', ['1', 'x']],
  ])('that %s shows it as an element', (_, text, expected) => {
    expect(read(new ArrayReader(), [text]).map(({ raw }) => raw)).toEqual(expected);
  });

  test('is read the same in whatever pieces it arrives', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.integer({ min: 1, max: 9 }), (values, size) => {
        const text = JSON.stringify(values, null, 1);
        const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const elements = read(new ArrayReader(), pieces);
        expect(elements.map(({ raw }) => JSON.parse(raw) as unknown)).toEqual(
          JSON.parse(JSON.stringify(values)),
        );
        expect(elements).toEqual(read(new ArrayReader(), [text]));
      }),
    );
  });
});
