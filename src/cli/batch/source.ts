/** A file, or standard input, as rows. */
import type { TextEncoding } from '../../batch/cell-text.ts';
import { isResource } from '../../batch/fhir/resource.ts';
import { splitBundle } from '../../batch/fhir/split-bundle.ts';
import { ArrayReader, type JsonPiece, LineReader } from '../../batch/json-reader.ts';
import type { Row } from '../../batch/row.ts';
import type { RowRun } from '../../batch/row-run.ts';
import type { SourceShape } from '../../batch/decide-rows.ts';
import type { Terminal } from '../terminal.ts';
import { refuseTooLong } from './too-long.ts';
import { openTable } from './table-source.ts';
import { byteTexts } from './byte-text.ts';
import { type Bytes, openBytes } from './bytes.ts';
import { type Format, sniffKind, sniffWide, type Wide } from './sniff.ts';

/** Rows that are decided together. */
const TOGETHER = 256;

export interface SourceOptions {
  readonly format?: Format;
  readonly delimiter?: string;
  readonly encoding?: TextEncoding;
  /** The line, or the row of a sheet, on which the names of the columns stand, where titles are above it. */
  readonly headerLine?: number;
}

export interface Source {
  readonly shape: SourceShape;
  /** The header as it stands, a character a byte. */
  readonly rawHeader?: string;
  readonly wide: Wide | undefined;
  /** The rows as they arrive. */
  readonly runs: AsyncIterable<RowRun>;
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
  const name = nameOf(file);
  if (kind === 'xlsx') return openSheet(name, bytes, options.headerLine);
  const opened = { file: name, bytes, wide: sniffWide(bytes.head), options };
  if (kind === 'table') return openTableSource(opened);
  const shared = { shape: { file: name }, wide: opened.wide, read: bytes.read, size: bytes.size };
  if (kind === 'parquet') {
    const { parquetRows } = await import('./parquet.ts');
    return { ...shared, wide: undefined, runs: inRuns(parquetRows(await whole(bytes), name)) };
  }
  return { ...shared, runs: inRuns(jsonRows(opened, readerFor(kind))) };
}

/** What a file is called in messages and results. */
export function nameOf(file: string): string {
  return file === '-' ? '<stdin>' : file;
}

function readerFor(kind: 'array' | 'lines' | 'document'): PieceReader {
  if (kind === 'document') return new WholeReader();
  return kind === 'array' ? new ArrayReader() : new LineReader();
}

async function openSheet(
  file: string,
  bytes: Bytes,
  headerRow: number | undefined,
): Promise<Source> {
  const { readSheetRows } = await import('./sheet.ts');
  const { header, rawHeader, rows } = await readSheetRows(await whole(bytes), file, headerRow);
  return {
    shape: { file, header, delimiter: ',' },
    rawHeader,
    wide: undefined,
    runs: inRuns([rows]),
    read: bytes.read,
    size: bytes.size,
  };
}

async function* inRuns(
  batches: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>,
): AsyncGenerator<RowRun> {
  for await (const rows of batches) {
    for (let at = 0; at < rows.length; at += TOGETHER)
      yield { kind: 'rows', rows: rows.slice(at, at + TOGETHER) };
  }
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

async function openTableSource({ file, bytes, wide, options }: Opened): Promise<Source> {
  const { names, header, delimiter, runs } = await openTable(byteTexts(bytes.chunks, wide), {
    file,
    delimiter: options.delimiter ?? (options.format === 'tsv' ? '\t' : undefined),
    encoding: wide === undefined ? options.encoding : 'utf-8',
    headerLine: options.headerLine,
  });
  return {
    shape: { file, header: names, delimiter },
    rawHeader: header.raw,
    wide,
    runs,
    read: bytes.read,
    size: bytes.size,
  };
}

interface PieceReader {
  /** How many characters wait for the end of what they are part of. */
  readonly waiting: number;
  readonly push: (text: string) => JsonPiece[];
  readonly end: () => JsonPiece[];
}

/** One object over all of the file. */
class WholeReader implements PieceReader {
  #text = '';

  get waiting(): number {
    return this.#text.length;
  }

  push(text: string): JsonPiece[] {
    this.#text += text;
    return [];
  }

  end(): JsonPiece[] {
    return [{ line: 1, raw: this.#text }];
  }
}

async function* jsonRows(
  { file, bytes, wide }: Opened,
  reader: PieceReader,
): AsyncGenerator<readonly Row[]> {
  let count = 0;
  const rows = (pieces: readonly JsonPiece[]): Row[] =>
    pieces
      .filter(({ raw }) => raw.trim() !== '' || !(reader instanceof LineReader))
      .flatMap(patientsOf)
      .map((piece) => jsonRow(piece, (count += 1)));
  for await (const text of byteTexts(bytes.chunks, wide)) {
    yield rows(reader.push(text));
    refuseTooLong(file, reader.waiting);
  }
  yield rows(reader.end());
}

/** A Bundle is taken apart into its patients; anything else is one. */
function patientsOf(piece: JsonPiece): readonly JsonPiece[] {
  if (!piece.raw.includes('"Bundle"')) return [piece];
  try {
    const value: unknown = JSON.parse(Buffer.from(piece.raw, 'latin1').toString('utf8'));
    return isResource(value) && value.resourceType === 'Bundle'
      ? splitBundle(value, piece)
      : [piece];
  } catch {
    // The fault of the row is told where it is read.
    return [piece];
  }
}

function jsonRow({ line, raw: bytes }: JsonPiece, record: number): Row {
  try {
    const raw = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1'));
    return { record, line, raw, content: { kind: 'json' } };
  } catch {
    return { record, line, raw: bytes, content: { kind: 'json', fault: 'wrong-encoding' } };
  }
}
