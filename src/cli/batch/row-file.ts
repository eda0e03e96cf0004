/** What cannot be written line by line, a workbook or a page, is kept on the disk as lines until the end of the run. */
import { FileSink } from './sink.ts';

/** Bytes that are read first, and at once at most: often one row is wanted. */
const FEW = 1 << 14;
const MOST = 1 << 20;
const END = 0x0a;

export class RowFile {
  readonly #sink: FileSink;

  /** Beside the file that is made of the lines; with `goOnAt`, those of an earlier run stay up to there. */
  constructor(path: string, goOnAt?: number) {
    this.#sink = new FileSink(`${path}.rows`, goOnAt);
  }

  /** Tells where the line begins. */
  add(row: unknown): number {
    const place = this.#sink.length;
    this.#sink.write(Buffer.from(`${JSON.stringify(row)}\n`));
    return place;
  }

  at(place: number): unknown {
    const { value } = this.rows(place).next();
    return value;
  }

  *rows(from = 0): Generator<unknown, undefined> {
    let rest = Buffer.alloc(0);
    let atOnce = FEW;
    for (let at = from; at < this.#sink.length; atOnce = Math.min(MOST, 2 * atOnce)) {
      const chunk = this.#sink.read(at, atOnce);
      at += chunk.length;
      rest = Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = rest.indexOf(END); end !== -1; end = rest.indexOf(END, start)) {
        yield JSON.parse(rest.toString('utf8', start, end));
        start = end + 1;
      }
      rest = rest.subarray(start);
    }
    return undefined;
  }

  sync(): number {
    return this.#sink.sync();
  }

  /** When what is made of the lines is there, or nothing is to be; or they are kept for a run that goes on. */
  end(keep = false): void {
    this.#sink.abandon(keep);
  }
}
