/** A file that is there whole or not at all: written beside its name, and renamed when it is done. */
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

import { Trouble } from '../trouble.ts';

export interface Sink {
  readonly write: (bytes: Buffer) => void | Promise<void>;
  readonly finish: () => void;
  /** Nothing of it stays. */
  readonly abandon: () => void;
}

export class FileSink implements Sink {
  readonly #path: string;
  readonly #temporary: string;
  readonly #file: number;

  constructor(path: string) {
    this.#path = path;
    this.#temporary = `${path}.partial`;
    this.#file = this.#try(() => openSync(this.#temporary, 'w', 0o600));
  }

  write(bytes: Buffer): void {
    for (let at = 0; at < bytes.length;) at += this.#try(() => writeSync(this.#file, bytes, at));
  }

  finish(): void {
    this.#try(() => {
      fsyncSync(this.#file);
      closeSync(this.#file);
      renameSync(this.#temporary, this.#path);
    });
  }

  abandon(): void {
    try {
      closeSync(this.#file);
    } catch {
      // Closed already: what failed was the renaming.
    }
    rmSync(this.#temporary, { force: true });
  }

  #try<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === '') throw error;
      throw new Trouble(`${this.#path}: ${WORDS[code] ?? `it cannot be written (${code})`}; nothing is written`);
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
