import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { CsvReader } from '../../src/batch/csv-reader.ts';
import { csvRow, neutral } from '../../src/batch/csv-text.ts';

describe('a cell', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])(
    'that a spreadsheet would run (%j) is made plain',
    (value) => {
      expect(neutral(value)).toBe(`'${value}`);
    },
  );

  test('that it would not run stays', () => {
    expect(neutral('Eliquis 5 mg = apixaban')).toBe('Eliquis 5 mg = apixaban');
  });
});

test('a row is read back as it was written, formulas made plain', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1 }), (row) => {
      const [record] = new CsvReader(',').push(csvRow(row));
      expect(record?.cells).toEqual(row.map(neutral));
    }),
  );
});
