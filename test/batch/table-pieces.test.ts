import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { CsvReader } from '../../src/batch/csv-reader.ts';
import { countOf, rowsOf } from '../../src/batch/row-run.ts';
import { TablePieces } from '../../src/batch/table-pieces.ts';
import { isBlank } from '../../src/batch/table-answers.ts';

interface Seen {
  readonly record: number;
  readonly line: number;
  readonly raw: string;
  readonly cells: unknown;
}

/** The rows of a table that arrives in these texts, by way of pieces. */
function pieced(texts: readonly string[], delimiter = ','): Seen[] {
  const table = new TablePieces(delimiter, undefined);
  const pieces = [...texts.flatMap((text) => table.push(text)), ...table.end()];
  expect(pieces.map(countOf)).toEqual(pieces.map((piece) => rowsOf(piece).length));
  return pieces.flatMap(rowsOf).map(({ record, line, raw, content }) => {
    const cells = content.kind === 'cells' ? (content.fault ?? content.cells) : undefined;
    return { record, line, raw, cells };
  });
}

/** The same, cut as one text. */
function whole(text: string, delimiter = ','): Seen[] {
  const csv = new CsvReader(delimiter);
  return [...csv.push(text), ...csv.end()]
    .filter(({ cells }) => !isBlank(cells))
    .slice(1)
    .map(({ line, raw, cells, fault }, index) => ({
      record: index + 1,
      line,
      raw,
      cells: fault ?? cells,
    }));
}

const chars = fc.constantFrom('a', 'b', ' ', ',', ',', '\n', '\n', '\r', '\r\n', '"', '""', '"x"');

describe('a table in pieces', () => {
  test('has the rows that it has as one text, with their lines, wherever it is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: chars, maxLength: 40 }), { maxLength: 6 }),
        (texts) => {
          expect(pieced(texts)).toEqual(whole(texts.join('')));
        },
      ),
      { numRuns: 5000 },
    );
  });

  test('does not hold back rows that have arrived', () => {
    const table = new TablePieces(',', undefined);
    expect(table.push('id,b\n1,2\n3').flatMap(rowsOf)).toHaveLength(1);
    expect(table.push(',4\n').flatMap(rowsOf)).toHaveLength(1);
  });

  test('is parted after so many rows, which go on counting', () => {
    const lines = Array.from({ length: 600 }, (_, index) => `${index},x`);
    const table = new TablePieces(',', undefined);
    const pieces = table.push(`id,b\n${lines.join('\n')}\n`);
    expect(
      pieces.map((piece) => piece.kind === 'piece' && [piece.record, piece.line, piece.count]),
    ).toEqual([
      [1, 2, 256],
      [257, 258, 256],
      [513, 514, 88],
    ]);
  });

  test('is in the encoding that the first bytes beyond ASCII tell, from then on', () => {
    const table = new TablePieces(',', undefined);
    table.push('id,name\n1,a\n');
    const [first] = table.push('2,M\u00FCller\n').flatMap(rowsOf);
    const [later] = table.push('3,\u0080\n').flatMap(rowsOf);
    expect(first?.content).toMatchObject({ cells: ['2', 'M\u00FCller'] });
    expect(later?.content).toMatchObject({ cells: ['3', '\u20AC'] });
  });
});
