/** Parquet files, read a group of rows at a time and written as columns of text. */
import type { AsyncBuffer } from 'hyparquet';

import { type OutputRow, OUTPUT_COLUMNS } from '../../batch/output-row.ts';
import type { Row } from '../../batch/row.ts';
import { Trouble } from '../trouble.ts';

const AT_ONCE = 4096;

export async function* parquetRows(
  bytes: Uint8Array,
  file: string,
): AsyncGenerator<readonly Row[]> {
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const buffer: AsyncBuffer = {
    byteLength: bytes.byteLength,
    slice: (start, end) => new Uint8Array(bytes.slice(start, end)).buffer,
  };
  try {
    const metadata = await parquetMetadataAsync(buffer);
    const total = Number(metadata.num_rows);
    for (let start = 0; start < total; start += AT_ONCE) {
      const rowEnd = Math.min(total, start + AT_ONCE);
      const objects = await parquetReadObjects({ file: buffer, metadata, rowStart: start, rowEnd });
      yield objects.map((object, index) => rowOf(object, start + index + 1));
    }
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`${file}: it is no Parquet file that can be read, or it is damaged`);
  }
}

function rowOf(object: Readonly<Record<string, unknown>>, record: number): Row {
  const raw = JSON.stringify(object, (_, value: unknown) =>
    typeof value === 'bigint' ? plainNumber(value) : value,
  );
  // By way of its text, so that dates are texts and a row that is rejected can be read again from it.
  return { record, line: record, raw: withoutHours(raw), content: { kind: 'json' } };
}

function plainNumber(value: bigint): number | string {
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
}

/** A day is stored as its midnight in UTC. */
function withoutHours(json: string): string {
  return json.replaceAll(/"(\d{4}-\d{2}-\d{2})T00:00:00\.000Z"/g, '"$1"');
}

/** A group of rows at a time: neither those that were written are held, nor their bytes. */
export async function writeParquet(
  rows: Iterable<OutputRow>,
  write: (bytes: Uint8Array) => void,
): Promise<void> {
  const { ByteWriter, parquetWriteRows } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  const flush = (): void => {
    write(new Uint8Array(writer.buffer.slice(0, writer.index)));
    writer.index = 0;
  };
  const columns = OUTPUT_COLUMNS.map((name) => ({ name, type: 'STRING' as const }));
  const sink = Object.assign(writer, { flush, finish: flush });
  await parquetWriteRows({ writer: sink, columns, rows: objectsOf(rows), rowGroupSize: AT_ONCE });
}

function* objectsOf(rows: Iterable<OutputRow>): Generator<Readonly<Record<string, string>>> {
  for (const row of rows)
    yield Object.fromEntries(OUTPUT_COLUMNS.map((name, index) => [name, row[index] ?? '']));
}
