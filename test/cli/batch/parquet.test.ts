import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';

import { OUTPUT_COLUMNS } from '../../../src/batch/output-row.ts';
import { parquetRows, writeParquet } from '../../../src/cli/batch/parquet.ts';

async function read(bytes: Uint8Array): Promise<unknown[]> {
  const rows: unknown[] = [];
  for await (const batch of parquetRows(bytes, 'x.parquet'))
    rows.push(...batch.map(({ raw }) => JSON.parse(raw) as unknown));
  return rows;
}

test('a Parquet file is rows of JSON, days without an hour', async () => {
  const bytes = parquetWriteBuffer({
    columnData: [
      { name: 'id', data: ['A-1', 'A-2'], type: 'STRING' },
      { name: 'patient.age_years', data: [45n, 60n], type: 'INT64' },
      { name: 'vaccine.on', data: [new Date('2026-11-20T00:00Z'), null], type: 'TIMESTAMP' },
    ],
  });
  expect(await read(new Uint8Array(bytes))).toEqual([
    { id: 'A-1', 'patient.age_years': 45, 'vaccine.on': '2026-11-20' },
    { id: 'A-2', 'patient.age_years': 60, 'vaccine.on': null },
  ]);
});

test('results are written as columns of text, a group of rows at a time', async () => {
  const parts: Uint8Array[] = [];
  const rows = Array.from({ length: 5000 }, (_, index) =>
    OUTPUT_COLUMNS.map((name) => `${name} ${index}`),
  );
  await writeParquet(rows, (bytes) => void parts.push(bytes));
  const written = await read(new Uint8Array(Buffer.concat(parts)));
  expect(written.map((row) => Object.values(row as object))).toEqual(rows);
  expect(Object.keys(written[0] as object)).toEqual([...OUTPUT_COLUMNS]);
});

test('a file that is none is told plainly', async () => {
  await expect(read(new Uint8Array([80, 65, 82, 49]))).rejects.toThrow(
    'x.parquet: it is no Parquet file',
  );
});
