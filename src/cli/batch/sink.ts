/** A file that is there whole or not at all: written beside its name, and renamed when it is done. */
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';

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

export class FileSink implements Sink {
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: number;
  #length = 0;

  /** With `goOnAt`, what an earlier run wrote stays up to there. */
  constructor(path: string, goOnAt?: number) {
    this.#path = path;
    this.#temporary = `${path}.partial`;
    this.#file = this.#try(() =>
      openSync(this.#temporary, goOnAt === undefined ? 'w' : 'r+', 0o600),
    );
    if (goOnAt === undefined) return;
    if (fstatSync(this.#file).size < goOnAt)
      throw new Trouble(
        `${this.#temporary}: it is shorter than its checkpoint says; run it without --resume`,
      );
    this.#try(() => ftruncateSync(this.#file, goOnAt));
    this.#length = goOnAt;
  }

  write(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) {
      const written = this.#try(() =>
        writeSync(this.#file, bytes, at, bytes.length - at, this.#length),
      );
      at += written;
      this.#length += written;
    }
  }

  sync(): number {
    this.#try(() => fsyncSync(this.#file));
    return this.#length;
  }

  finish(): void {
    this.#try(() => {
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

  #try<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === '') throw error;
      throw new CannotWrite(`${this.#path}: ${WORDS[code] ?? `it cannot be written (${code})`}`);
    }
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than is allowed here',
  ENOENT: 'there is no such folder',
  EACCES: 'it may not be written (permissions)',
  EROFS: 'the disk may only be read',
  EISDIR: 'it is a folder, not a file',
};
