/** The bytes of a file or of standard input, unpacked, with the first of them looked at. */
import { createReadStream, type Stats, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

import { reasonOf } from '../files.ts';
import type { Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

const CHUNK = 1 << 18;

export interface Bytes {
  /** The first bytes, still to come in `chunks` too. */
  readonly head: Buffer;
  readonly chunks: AsyncIterable<Buffer>;
  /** Bytes of the file read so far, packed as they are; with the size for what remains. */
  readonly read: () => number;
  readonly size: number | undefined;
}

export async function openBytes(file: string, { stdin }: Terminal): Promise<Bytes> {
  let read = 0;
  const before = file === '-' ? undefined : statOf(file);
  const stream: Readable = before ? createReadStream(file, { highWaterMark: CHUNK }) : stdin;
  const raw = await peek(counted(stream, file, (length) => (read += length)));
  const isPacked = raw.head[0] === 0x1f && raw.head[1] === 0x8b;
  const plain = isPacked ? await peek(unpacked(raw.chunks, file)) : raw;
  return {
    head: plain.head,
    chunks: before ? unchanged(plain.chunks, file, before) : plain.chunks,
    read: () => read,
    size: before?.size,
  };
}

function statOf(file: string): Stats {
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw new Trouble(`${file}: it is a folder, not a file`);
    return stat;
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`${file}: ${reasonOf(error)}`);
  }
}

async function* counted(
  stream: Readable,
  file: string,
  count: (length: number) => void,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of stream as AsyncIterable<Buffer | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      count(bytes.length);
      yield bytes;
    }
  } catch (error) {
    throw new Trouble(`${file}: ${reasonOf(error)}`);
  }
}

async function* unpacked(chunks: AsyncIterable<Buffer>, file: string): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  const source = Readable.from(chunks);
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    yield* gunzip as AsyncIterable<Buffer>;
  } catch (error) {
    if (error instanceof Trouble) throw error;
    throw new Trouble(`${file}: the gzip file is cut off or damaged`);
  }
}

async function peek(
  chunks: AsyncGenerator<Buffer>,
): Promise<{ head: Buffer; chunks: AsyncIterable<Buffer> }> {
  const first = await chunks.next();
  const head = first.done === true ? Buffer.alloc(0) : first.value;
  return { head, chunks: joined() };

  async function* joined(): AsyncGenerator<Buffer> {
    yield head;
    yield* chunks;
  }
}

/** A file that grows or is replaced while it is read would be half of one and half of another. */
async function* unchanged(
  chunks: AsyncIterable<Buffer>,
  file: string,
  before: Stats,
): AsyncGenerator<Buffer> {
  yield* chunks;
  const after = statOf(file);
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs || after.ino !== before.ino) {
    throw new Trouble(`${file}: the file was changed while it was read; nothing is written`);
  }
}
