import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type CsvRecord, CsvReader } from '../../src/batch/csv-reader.ts';

function read(pieces: readonly string[], delimiter = ','): CsvRecord[] {
  const reader = new CsvReader(delimiter);
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()];
}

function cells(text: string, delimiter = ','): (readonly string[])[] {
  return read([text], delimiter).map((record) => record.cells);
}

describe('cells', () => {
  test.each([
    [
      'plain ones',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a last line without an end',
      'a,b\nc,d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['every kind of line end', 'a\r\nb\rc\nd', [['a'], ['b'], ['c'], ['d']]],
    [
      'empty ones',
      ',\n,',
      [
        ['', ''],
        ['', ''],
      ],
    ],
    ['a quoted delimiter', '"a,b",c', [['a,b', 'c']]],
    ['a doubled quote', '"a ""b"" c",d', [['a "b" c', 'd']]],
    ['a quoted newline', '"a\r\nb",c\n', [['a\r\nb', 'c']]],
    ['a quote within a plain cell', '5" needle,b', [['5" needle', 'b']]],
    ['an empty quoted one', '"",""', [['', '']]],
  ])('reads %s', (_, text, expected) => {
    expect(cells(text)).toEqual(expected);
  });

  test('may be parted by any character', () => {
    expect(cells('a|b,c|"d|e"', '|')).toEqual([['a', 'b,c', 'd|e']]);
  });
});

describe('places', () => {
  test('count physical lines, those within quotes too', () => {
    expect(read(['a\n"b\nc"\r\n\rd']).map(({ line, raw }) => [line, raw])).toEqual([
      [1, 'a'],
      [2, '"b\nc"'],
      [4, ''],
      [5, 'd'],
    ]);
  });
});

describe('a quote that cannot be meant', () => {
  test('costs its own line when it is never closed', () => {
    expect(read(['a\nb,"c\nd\ne'])).toEqual([
      { line: 1, raw: 'a', cells: ['a'] },
      { line: 2, raw: 'b,"c', cells: ['b,"c'], fault: 'unclosed-quote' },
      { line: 3, raw: 'd', cells: ['d'] },
      { line: 4, raw: 'e', cells: ['e'] },
    ]);
  });

  test('costs its own line when text follows it', () => {
    expect(read(['"a"b,c\nd']).map(({ raw, fault }) => [raw, fault])).toEqual([
      ['"a"b,c', 'text-after-quote'],
      ['d', undefined],
    ]);
  });
});

const anyText = fc.string({
  unit: fc.constantFrom('a', 'b', ',', '"', '\n', '\r', ' ', ';'),
  maxLength: 60,
});

describe('for any text', () => {
  test('the pieces in which it arrives change nothing', () => {
    fc.assert(
      fc.property(anyText, fc.array(fc.nat(60)), (text, cuts) => {
        const at = [
          0,
          ...cuts.filter((cut) => cut < text.length).toSorted((a, b) => a - b),
          text.length,
        ];
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
        expect(read(pieces)).toEqual(read([text]));
      }),
      { numRuns: 2000 },
    );
  });

  test('no character but line ends is lost, and lines only grow', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const records = read([text]);
        const without = (each: string): string => each.replaceAll(/[\r\n]/g, '');
        expect(without(records.map(({ raw }) => raw).join(''))).toBe(without(text));
        expect(records.every(({ line }, index) => line > (records[index - 1]?.line ?? 0))).toBe(
          true,
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('what is written quoted is read back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const text = rows
            .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
            .join('\r\n');
          expect(cells(text)).toEqual(rows);
        },
      ),
    );
  });
});

test('a row of many megabytes that arrives in pieces is read in time', () => {
  const piece = 'x'.repeat(1 << 18);
  const [record] = read(['"', ...Array.from({ length: 200 }, () => piece), '",b\n']);
  expect(record?.cells[0]?.length).toBe(200 * piece.length);
}, 10_000);
