/** A file, or standard input, as rows. */
import { CellText, type TextEncoding } from '../../batch/cell-text.ts';
import { CsvReader, type CsvRecord } from '../../batch/csv-reader.ts';
import { detectDelimiter } from '../../batch/delimiter.ts';
import { isResource } from '../../batch/fhir/resource.ts';
import { splitBundle } from '../../batch/fhir/split-bundle.ts';
import { ArrayReader, type JsonPiece, LineReader } from '../../batch/json-reader.ts';
import type { Row } from '../../batch/row.ts';
import type { SourceShape } from '../../batch/decide-rows.ts';
import { isBlank } from '../../batch/table-answers.ts';
import type { Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { byteTexts } from './byte-text.ts';
import { type Bytes, openBytes } from './bytes.ts';
import { type Format, sniffKind, sniffWide, type Wide } from './sniff.ts';

export interface SourceOptions {
  readonly format?: Format;
  readonly delimiter?: string;
  readonly encoding?: TextEncoding;
}

export interface Source {
  readonly shape: SourceShape;
  /** The header as it stands, a character a byte. */
  readonly rawHeader?: string;
  readonly wide: Wide | undefined;
  /** The rows as they arrive. */
  readonly batches: AsyncIterable<readonly Row[]>;
  readonly read: () => number;
  readonly size: number | undefined;
}

export async function openSource(
  file: string,
  options: SourceOptions,
  terminal: Terminal,
): Promise<Source> {
  const bytes = await openBytes(file, terminal);
  const kind = sniffKind(bytes.head, options.format);
  const name = file === '-' ? '<stdin>' : file;
  if (kind === 'xlsx') return openSheet(name, bytes);
  const opened = { file: name, bytes, wide: sniffWide(bytes.head), options };
  if (kind === 'table') return openTable(opened);
  const shared = { shape: { file: name }, wide: opened.wide, read: bytes.read, size: bytes.size };
  if (kind === 'parquet') {
    const { parquetRows } = await import('./parquet.ts');
    return { ...shared, wide: undefined, batches: parquetRows(await whole(bytes), name) };
  }
  return { ...shared, batches: jsonRows(opened, readerFor(kind)) };
}

function readerFor(kind: 'array' | 'lines' | 'document'): PieceReader {
  if (kind === 'document') return new WholeReader();
  return kind === 'array' ? new ArrayReader() : new LineReader();
}

async function openSheet(file: string, bytes: Bytes): Promise<Source> {
  const { readSheetRows } = await import('./sheet.ts');
  const { header, rawHeader, rows } = await readSheetRows(await whole(bytes), file);
  return {
    shape: { file, header, delimiter: ',' },
    rawHeader,
    wide: undefined,
    batches: once(rows),
    read: bytes.read,
    size: bytes.size,
  };
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

async function whole({ chunks }: Bytes): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

interface Opened {
  readonly file: string;
  readonly bytes: Bytes;
  readonly wide: Wide | undefined;
  readonly options: SourceOptions;
}

async function openTable({ file, bytes, wide, options }: Opened): Promise<Source> {
  const text = new CellText(wide === undefined ? options.encoding : 'utf-8');
  const delimiter = options.delimiter ?? (options.format === 'tsv' ? '\t' : undefined);
  const records = tableRecords(byteTexts(bytes.chunks, wide), delimiter);
  const first = await records.next();
  const { header, char = ',' } = first.done === true ? {} : first.value;
  const names = header ? headerNames(header, text, file) : [];
  return {
    shape: { file, header: names, delimiter: char },
    ...(header ? { rawHeader: header.raw } : {}),
    wide,
    batches: tableRows(records, text),
    read: bytes.read,
    size: bytes.size,
  };
}

interface Records {
  readonly records: readonly CsvRecord[];
  readonly header?: CsvRecord;
  readonly char?: string;
}

/** First the header, then the records as they arrive. */
async function* tableRecords(
  texts: AsyncIterable<string>,
  delimiter: string | undefined,
): AsyncGenerator<Records> {
  let reader: { readonly csv: CsvReader; readonly char: string } | undefined;
  let header: CsvRecord | undefined;
  let start = '';
  for await (const text of texts) {
    start += text;
    if (!reader && !/\S.*[\r\n]/.test(start)) continue;
    const char: string = reader?.char ?? delimiter ?? detectDelimiter(start);
    reader ??= { csv: new CsvReader(char), char };
    yield* take(reader.csv.push(start));
    start = '';
  }
  const char = reader?.char ?? delimiter ?? detectDelimiter(start);
  reader ??= { csv: new CsvReader(char), char };
  yield* take([...reader.csv.push(start), ...reader.csv.end()]);

  function* take(records: readonly CsvRecord[]): Generator<Records> {
    const filled = records.filter(({ cells }) => !isBlank(cells));
    if (!header) {
      header = filled.shift();
      if (header && reader) yield { header, char: reader.char, records: [] };
    }
    if (filled.length > 0) yield { records: filled };
  }
}

function headerNames({ cells, fault, line }: CsvRecord, text: CellText, file: string): string[] {
  const names = cells.map((cell) => text.read(cell)?.trim());
  if (fault || names.includes(undefined))
    throw new Trouble(`${file}:${line}: the header cannot be read`);
  return names.map((name = '') => name);
}

async function* tableRows(
  all: AsyncIterable<Records>,
  text: CellText,
): AsyncGenerator<readonly Row[]> {
  let count = 0;
  for await (const { records } of all) {
    yield records.map(({ line, raw, cells, fault }): Row => {
      count += 1;
      const read = cells.map((cell) => text.read(cell) ?? null);
      return {
        record: count,
        line,
        raw,
        content: { kind: 'cells', cells: read, ...(fault === undefined ? {} : { fault }) },
      };
    });
  }
}

interface PieceReader {
  readonly push: (text: string) => JsonPiece[];
  readonly end: () => JsonPiece[];
}

/** One object over all of the file. */
class WholeReader implements PieceReader {
  #text = '';

  push(text: string): JsonPiece[] {
    this.#text += text;
    return [];
  }

  end(): JsonPiece[] {
    return [{ line: 1, raw: this.#text }];
  }
}

async function* jsonRows(
  { bytes, wide }: Opened,
  reader: PieceReader,
): AsyncGenerator<readonly Row[]> {
  let count = 0;
  const rows = (pieces: readonly JsonPiece[]): Row[] =>
    pieces
      .filter(({ raw }) => raw.trim() !== '' || !(reader instanceof LineReader))
      .flatMap(({ line, raw }) => patientsOf(raw).map((each) => jsonRow(each, line, (count += 1))));
  for await (const text of byteTexts(bytes.chunks, wide)) yield rows(reader.push(text));
  yield rows(reader.end());
}

/** A Bundle is taken apart into its patients; anything else is one. */
function patientsOf(bytes: string): readonly string[] {
  if (!bytes.includes('"Bundle"')) return [bytes];
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes, 'latin1').toString('utf8'));
    if (!isResource(value) || value.resourceType !== 'Bundle') return [bytes];
    return splitBundle(value).map((part) => Buffer.from(JSON.stringify(part)).toString('latin1'));
  } catch {
    // The fault of the row is told where it is read.
    return [bytes];
  }
}

function jsonRow(bytes: string, line: number, record: number): Row {
  try {
    const raw = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1'));
    return { record, line, raw, content: { kind: 'json' } };
  } catch {
    return { record, line, raw: bytes, content: { kind: 'json', fault: 'wrong-encoding' } };
  }
}
