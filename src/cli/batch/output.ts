/** The results, and the rows that were rejected, on their way to their files. */
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { csvRow } from '../../batch/csv-text.ts';
import type { DecidedRows, OutputKind } from '../../batch/decide-rows.ts';
import { type OutputRow, OUTPUT_COLUMNS } from '../../batch/output-row.ts';
import { rejectHeader } from '../../batch/reject-text.ts';
import type { Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { bytesFor, markOf } from './byte-text.ts';
import type { WrittenRejects, WrittenResults } from './checkpoint.ts';
import { RowFile } from './row-file.ts';
import { FileSink, type Sink } from './sink.ts';
import type { Source } from './source.ts';
import { stdoutSink } from './stdout-sink.ts';

export interface Targets {
  readonly out: string;
  readonly output: OutputKind;
  readonly rejects: string | undefined;
  readonly maxRejectShare: number;
}

/** How results are written, by the name of their file. */
export function outputKind(name: string): OutputKind {
  const kind = KINDS[extname(name).toLowerCase()];
  if (kind === undefined)
    throw new Trouble(
      `--out: \`${extname(name)}\` is no format of results; name it ${Object.keys(KINDS).join(', ')}`,
    );
  return kind;
}

const KINDS: Readonly<Record<string, OutputKind>> = {
  '.csv': 'csv',
  '.tsv': 'tsv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.xlsx': 'cells',
  '.parquet': 'cells',
};

export class Results {
  readonly #sink: Sink;
  readonly #kind: OutputKind;
  readonly #out: string;
  /** What becomes a workbook or a Parquet file at the end: neither can grow row by row. */
  readonly #rows: RowFile | undefined;
  #isFirst = true;

  constructor(
    { out, output }: Pick<Targets, 'out' | 'output'>,
    terminal: Terminal,
    saved?: WrittenResults,
  ) {
    this.#out = out;
    this.#kind = output;
    if (output === 'cells') this.#rows = new RowFile(rowsBeside(out), saved?.bytes);
    const goOnAt = this.#rows ? undefined : saved?.bytes;
    this.#sink = out === '-' ? stdoutSink(terminal) : new FileSink(out, goOnAt);
    this.#isFirst = saved?.isFirst ?? true;
  }

  sync(): WrittenResults {
    return { bytes: (this.#rows ?? this.#sink).sync(), isFirst: this.#isFirst };
  }

  async write({ text, cells }: Pick<DecidedRows, 'text' | 'cells'>): Promise<void> {
    for (const row of cells) this.#rows?.add(row);
    if (text === '') return;
    await this.#sink.write(
      Buffer.from(this.#isFirst ? this.#start() + text : this.#between() + text),
    );
    this.#isFirst = false;
  }

  async finish(): Promise<void> {
    if (this.#rows) await this.#pack(this.#rows.rows() as Iterable<OutputRow>);
    else if (this.#kind === 'json')
      await this.#sink.write(Buffer.from(this.#isFirst ? '[]\n' : '\n]\n'));
    else if (this.#isFirst) await this.#sink.write(Buffer.from(this.#start()));
    this.#sink.finish();
  }

  abandon(keep: boolean): void {
    this.#sink.abandon(keep);
    this.#rows?.end(keep);
  }

  /** When nothing can want to go on from them any more. */
  removeRows(): void {
    this.#rows?.end();
  }

  #start(): string {
    if (this.#kind === 'json') return '[\n';
    return this.#kind === 'ndjson' ? '' : csvRow(OUTPUT_COLUMNS, this.#kind === 'tsv' ? '\t' : ',');
  }

  async #pack(rows: Iterable<OutputRow>): Promise<void> {
    const write = (bytes: Uint8Array): void => void this.#sink.write(Buffer.from(bytes));
    if (/\.parquet$/i.test(this.#out)) {
      const { writeParquet } = await import('./parquet.ts');
      return writeParquet(rows, write);
    }
    const { writeSheet } = await import('./sheet.ts');
    return writeSheet(rows, write);
  }

  #between(): string {
    return this.#kind === 'json' ? ',\n' : '';
  }
}

/** For standard output, a name of its own among temporary files. */
function rowsBeside(out: string): string {
  return out === '-' ? join(tmpdir(), `prescreen-${randomUUID()}`) : out;
}

/** Rows are kept in the form of their source: those of sources of one form together, another form in a file of its own. */
export class Rejects {
  readonly #name: string | undefined;
  readonly #sinks = new Map<string, { readonly sink: FileSink; readonly path: string }>();

  constructor(name: string | undefined, saved: readonly WrittenRejects[] = []) {
    this.#name = name;
    for (const { key, path, bytes } of saved)
      this.#sinks.set(key, { sink: new FileSink(path, bytes), path });
  }

  sync(): WrittenRejects[] {
    return [...this.#sinks].map(([key, { sink, path }]) => ({ key, path, bytes: sink.sync() }));
  }

  get paths(): string[] {
    return [...this.#sinks.values()].map(({ path }) => path);
  }

  write({ rejects }: Pick<DecidedRows, 'rejects'>, source: Source): void {
    if (rejects === '' || this.#name === undefined) return;
    const { sink } = this.#sinkFor(source, this.#name);
    sink.write(
      source.rawHeader === undefined ? Buffer.from(rejects) : bytesFor(rejects, source.wide),
    );
  }

  finish(): void {
    for (const { sink } of this.#sinks.values()) sink.finish();
    if (this.#sinks.size > 0 || this.#name === undefined) return;
    // What an earlier run rejected is not of this one.
    for (const extension of ['csv', 'ndjson'])
      rmSync(pathOf(this.#name, extension, 0), { force: true });
  }

  abandon(keep: boolean): void {
    for (const { sink } of this.#sinks.values()) sink.abandon(keep);
  }

  #sinkFor({ rawHeader, shape, wide }: Source, name: string): { readonly sink: FileSink } {
    const key = rawHeader === undefined ? '' : `${wide} ${shape.delimiter} ${rawHeader}`;
    const open = this.#sinks.get(key);
    if (open) return open;
    const path = pathOf(name, rawHeader === undefined ? 'ndjson' : 'csv', this.#sinks.size);
    const opened = { sink: new FileSink(path), path };
    this.#sinks.set(key, opened);
    if (rawHeader !== undefined) {
      opened.sink.write(
        Buffer.concat([
          markOf(wide),
          bytesFor(rejectHeader(rawHeader, shape.delimiter ?? ','), wide),
        ]),
      );
    }
    return opened;
  }
}

/** A name without an ending gets that of the form; further files are numbered. */
function pathOf(name: string, extension: string, index: number): string {
  const given = extname(name);
  const base = given === '' || name.endsWith('.rejects') ? name : name.slice(0, -given.length);
  const ending = base === name ? `.${extension}` : given;
  return index === 0 ? `${base}${ending}` : `${base}-${index + 1}${ending}`;
}
