/**
 * Finds the patients who stand in several rows for one procedure, in files of any size: of each decided row a digest of
 * its id and procedure time is kept on the disk with its place, and all are compared at the end, a part at a time.
 */
import { createHash } from 'node:crypto';

import type { Repeated, Repeats } from '../../batch/repeats.ts';
import type { Listed } from '../../batch/worklist.ts';
import { DISPOSITIONS } from '../../evaluation/finding-order.ts';
import type { Disposition } from '../../rules/schema/common.ts';
import { FileSink } from './sink.ts';

/** Bytes of a row: its digest, then the numbers of its file, line and disposition. */
const SIZE = 20;
const COMPARED = 1 << 20;
/** Rows that are read at a time. */
const READ = 1 << 14;
/** Patients who are named, of how many they are the first, and with how many places. */
const NAMED = 5;
const LOOKED_AT = 10_000;
const PLACES = 6;

export class RepeatsFile {
  readonly #files: readonly string[];
  readonly #sink: FileSink;

  /** Beside the results; with `goOnAt`, the rows of an earlier run stay up to there. */
  constructor(out: string, files: readonly string[], goOnAt?: number) {
    this.#files = files;
    this.#sink = new FileSink(`${out}.ids`, goOnAt);
  }

  add(file: string, listed: readonly Listed[]): void {
    const bytes = Buffer.alloc(listed.length * SIZE);
    const source = this.#files.indexOf(file);
    for (const [index, { id, at, line, disposition }] of listed.entries()) {
      const start = index * SIZE;
      createHash('sha256').update(`${at} ${id}`).digest().copy(bytes, start, 0, 8);
      bytes.writeUInt32LE(source, start + 8);
      bytes.writeUInt32LE(line, start + 12);
      bytes.writeUInt32LE(DISPOSITIONS.indexOf(disposition), start + 16);
    }
    this.#sink.write(bytes);
  }

  /** `compared` is how many rows are held at a time. */
  find(compared = COMPARED): Repeats {
    const some = new Set<bigint>();
    const parts = Math.ceil(this.#sink.length / SIZE / compared);
    let patients = 0;
    for (let part = 0; part < parts; part += 1) {
      for (const digest of repeated(this.#digests(part, parts))) {
        patients += 1;
        if (some.size < LOOKED_AT) some.add(digest);
      }
    }
    return { patients, named: patients === 0 ? [] : this.#named(some) };
  }

  /** The first of some of them. */
  #named(some: ReadonlySet<bigint>): readonly Repeated[] {
    const named = new Map<bigint, Found>();
    for (const { digest, file, line, disposition } of this.#rows()) {
      if (!some.has(digest) || (named.size === NAMED && !named.has(digest))) continue;
      const found = named.get(digest) ?? { rows: 0, places: [], dispositions: new Set() };
      named.set(digest, found);
      found.rows += 1;
      if (found.rows <= PLACES) found.places.push({ file, line });
      found.dispositions.add(disposition);
    }
    return [...named.values()].map(({ dispositions, ...found }) => ({
      ...found,
      dispositions: DISPOSITIONS.filter((each) => dispositions.has(each)),
    }));
  }

  sync(): number {
    return this.#sink.sync();
  }

  end(keep = false): void {
    this.#sink.abandon(keep);
  }

  /** Those of one part of all, sorted: equal ones are always in the same part. */
  #digests(part: number, parts: number): BigUint64Array {
    const digests: bigint[] = [];
    for (const { bytes, start } of this.#kept())
      if (bytes.readUInt32LE(start) % parts === part) digests.push(bytes.readBigUInt64LE(start));
    return BigUint64Array.from(digests).toSorted();
  }

  *#rows(): Generator<Kept> {
    for (const { bytes, start } of this.#kept())
      yield {
        digest: bytes.readBigUInt64LE(start),
        file: this.#files[bytes.readUInt32LE(start + 8)] ?? '',
        line: bytes.readUInt32LE(start + 12),
        disposition: DISPOSITIONS[bytes.readUInt32LE(start + 16)] ?? 'hold',
      };
  }

  /** Where each row stands in what was read of the file. */
  *#kept(): Generator<{ readonly bytes: Buffer; readonly start: number }> {
    for (let at = 0; at < this.#sink.length;) {
      const bytes = this.#sink.read(at, READ * SIZE);
      at += bytes.length;
      for (let start = 0; start < bytes.length; start += SIZE) yield { bytes, start };
    }
  }
}

interface Kept {
  readonly digest: bigint;
  readonly file: string;
  readonly line: number;
  readonly disposition: Disposition;
}

interface Found {
  rows: number;
  readonly places: { readonly file: string; readonly line: number }[];
  readonly dispositions: Set<Disposition>;
}

/** Each that stands more than once, once. */
function* repeated(sorted: BigUint64Array): Generator<bigint> {
  for (const [index, digest] of sorted.entries())
    if (digest === sorted[index - 1] && digest !== sorted[index - 2]) yield digest;
}
