/** How far a run has come, kept beside its results, so that one that was interrupted can go on with the same bytes. */
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';

import type { Rejected } from '../../batch/decide-rows.ts';
import type { Tally } from '../../batch/tally.ts';
import type { PageState } from '../../report/page/kept-rows.ts';
import { digestHex } from '../digest-hex.ts';
import { Trouble } from '../trouble.ts';
import { writing } from './sink.ts';

/** Milliseconds between two of them. */
const EVERY = 1000;

export interface WrittenResults {
  readonly bytes: number;
  readonly isFirst: boolean;
}

export interface WrittenRejects {
  readonly key: string;
  readonly path: string;
  readonly bytes: number;
}

export interface WrittenPage {
  readonly bytes: number;
  readonly rows: PageState;
}

interface Progressed {
  readonly tally: Tally;
  readonly named: readonly Rejected[];
  readonly joined: ReadonlySet<string>;
  readonly results: WrittenResults;
  readonly rejects: readonly WrittenRejects[];
  readonly page?: WrittenPage | undefined;
  /** Bytes of what the rows are compared by. */
  readonly repeats?: number | undefined;
}

export interface Saved extends Progressed {
  /** The moment at which the run began: rows without one of their own are screened as of it. */
  readonly now: number;
}

export class Checkpoint {
  readonly #path: string;
  readonly #key: string;
  readonly #clock: () => number;
  #last: number;

  /** `key` is over everything that the results depend on. */
  constructor(out: string, key: string, clock: () => number) {
    this.#path = `${out}.checkpoint`;
    this.#key = key;
    this.#clock = clock;
    this.#last = clock();
  }

  /** Whether there is one to go on from. */
  get exists(): boolean {
    return existsSync(this.#path);
  }

  read(): Saved {
    const { key, tally, joined, ...rest } = JSON.parse(readFileSync(this.#path, 'utf8')) as Stored;
    if (key !== this.#key)
      throw new Trouble(
        `${this.#path}: the files, the options or the rules are others than those of the run that was interrupted; run it without --resume`,
      );
    return { ...rest, joined: new Set(joined), tally: tallyRead(tally) };
  }

  isDue(): boolean {
    return this.#clock() - this.#last >= EVERY;
  }

  save({ tally, joined, ...rest }: Saved): void {
    this.#last = this.#clock();
    const stored = {
      ...rest,
      key: this.#key,
      joined: [...joined],
      tally: { ...tally, faults: [...tally.faults], places: [...tally.places] },
    };
    writing(this.#path, () => {
      writeFileSync(`${this.#path}.new`, JSON.stringify(stored), { mode: 0o600 });
      renameSync(`${this.#path}.new`, this.#path);
    });
  }

  remove(): void {
    rmSync(this.#path, { force: true });
    rmSync(`${this.#path}.new`, { force: true });
  }
}

interface Stored extends Omit<Saved, 'joined' | 'tally'> {
  readonly key: string;
  readonly joined: readonly string[];
  readonly tally: StoredTally;
}

type Pairs = readonly (readonly [string, number])[];

interface StoredTally extends Omit<Tally, 'faults' | 'places'> {
  readonly faults: Pairs;
  readonly places: Pairs;
}

function tallyRead({ faults, places, ...tally }: StoredTally): Tally {
  return { ...tally, faults: new Map(faults), places: new Map(places) };
}

/** Over the files as they are, and whatever else is told. */
export function runKey(files: readonly string[], told: unknown): string {
  const stats = files.map((file) => {
    const { size, mtimeMs } = statSync(file, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 };
    return [file, size, mtimeMs];
  });
  return digestHex(JSON.stringify([stats, told]));
}
