/** The page of a run: the rows that may be on it lie on the disk, as they came, until it is written. */
import type { DecidedRows, PageEntry, Rows, SourceShape } from '../../batch/decide-rows.ts';
import type { Row } from '../../batch/row.ts';
import { rowsOf } from '../../batch/row-run.ts';
import { type PageLine, KeptRows } from '../../report/page/kept-rows.ts';
import { type PageOptions, worklistPage } from '../../report/page/worklist-page.ts';
import type { WrittenPage } from './checkpoint.ts';
import { RowFile } from './row-file.ts';
import { FileSink } from './sink.ts';

export interface PageTarget extends Omit<PageOptions, 'tally' | 'repeats' | 'entryOf'> {
  readonly path: string;
  /** All of a row that was decided, once more. */
  readonly entryOf: (row: Row, source: SourceShape) => PageEntry;
}

type Kept = readonly [source: SourceShape, row: Row];

export class PageOutput {
  readonly #target: PageTarget;
  readonly #sink: FileSink;
  readonly #kept: RowFile;
  readonly #rows: KeptRows;

  constructor(target: PageTarget, saved?: WrittenPage) {
    this.#target = target;
    this.#sink = new FileSink(target.path);
    this.#kept = new RowFile(target.path, saved?.bytes);
    this.#rows = new KeptRows(target.zone, saved?.rows);
  }

  take({ listed }: DecidedRows, { source, run }: Rows): void {
    // A table is cut into its rows only when one of them is wanted.
    let rows: ReadonlyMap<number, Row> | undefined;
    for (const each of listed) {
      this.#rows.add(each, () => {
        rows ??= new Map(rowsOf(run).map((row) => [row.record, row]));
        const row = rows.get(each.record);
        if (!row) throw new Error(`record ${each.record} of ${source.file} is not in its run`);
        return this.#kept.add([source, row] satisfies Kept);
      });
    }
  }

  sync(): WrittenPage {
    return { bytes: this.#kept.sync(), rows: this.#rows.state() };
  }

  write({ tally, repeats }: Pick<PageOptions, 'tally' | 'repeats'>): void {
    const entryOf = ({ place }: PageLine): PageEntry => {
      const [source, row] = this.#kept.at(place) as Kept;
      return this.#target.entryOf(row, source);
    };
    const options = { ...this.#target, tally, repeats, entryOf };
    for (const part of worklistPage(this.#rows, options)) this.#sink.write(Buffer.from(part));
  }

  finish(): void {
    this.#sink.finish();
  }

  abandon(keep: boolean): void {
    this.#sink.abandon(keep);
    this.#kept.end(keep);
  }

  /** When nothing can want to go on from them any more. */
  removeRows(): void {
    this.#kept.end();
  }
}
