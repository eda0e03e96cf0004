/** A file that is there whole or not at all: written beside its name, and renamed when it is done. */
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

import { reasonOf } from '../files.ts';
import { Trouble } from '../trouble.ts';

export interface Sink {
  readonly write: (bytes: Buffer) => void | Promise<void>;
  readonly finish: () => void;
  /** Nothing of it stays; or what is written so far does, for a run that goes on. */
  readonly abandon: (keep?: boolean) => void;
  /** Sees to it that all is on the disk, and tells how much that is. */
  readonly sync: () => number;
}

/** The file cannot take more; what it has is sound. */
export class CannotWrite extends Trouble {}

/** How much a file may get when it is finished: the bracket behind an array. */
const LONGEST_END = 4;

export class FileSink implements Sink {
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: number;
  #length = 0;

  /** With `goOnAt`, what an earlier run wrote stays up to there. */
  constructor(path: string, goOnAt?: number) {
    this.#path = path;
    this.#temporary = `${path}.partial`;
    if (goOnAt !== undefined) this.#takeBack(goOnAt);
    this.#file = writing(path, () =>
      openSync(this.#temporary, goOnAt === undefined ? 'w+' : 'r+', 0o600),
    );
    if (goOnAt === undefined) return;
    if (fstatSync(this.#file).size < goOnAt)
      throw new Trouble(
        `${this.#temporary}: it is shorter than its checkpoint says; run it without --resume`,
      );
    writing(this.#path, () => ftruncateSync(this.#file, goOnAt));
    this.#length = goOnAt;
  }

  /** A run that was interrupted while it renamed its files has this one done. */
  #takeBack(goOnAt: number): void {
    const done = statSync(this.#path, { throwIfNoEntry: false });
    const isDone = done && done.size >= goOnAt && done.size <= goOnAt + LONGEST_END;
    if (isDone && !existsSync(this.#temporary)) renameSync(this.#path, this.#temporary);
  }

  write(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) {
      const written = writing(this.#path, () =>
        writeSync(this.#file, bytes, at, bytes.length - at, this.#length),
      );
      at += written;
      this.#length += written;
    }
  }

  get length(): number {
    return this.#length;
  }

  /** What was written there; less where it ends. */
  read(at: number, length: number): Buffer {
    const bytes = Buffer.alloc(Math.min(length, this.#length - at));
    const read = readSync(this.#file, bytes, 0, bytes.length, at);
    if (read === 0) throw new Trouble(`${this.#temporary}: it became shorter while it was written`);
    return bytes.subarray(0, read);
  }

  sync(): number {
    writing(this.#path, () => fsyncSync(this.#file));
    return this.#length;
  }

  finish(): void {
    writing(this.#path, () => {
      fsyncSync(this.#file);
      closeSync(this.#file);
      renameSync(this.#temporary, this.#path);
    });
  }

  abandon(keep = false): void {
    try {
      closeSync(this.#file);
    } catch {
      // Closed already: what failed was the renaming.
    }
    if (!keep) rmSync(this.#temporary, { force: true });
  }
}

/** Does something to a file; what the machine refuses is told as trouble with it. */
export function writing<T>(path: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new CannotWrite(`${path}: ${reasonOf(error)}`);
  }
}
