/** Threads that decide rows beside each other; whoever is free gets the next. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { DecidedRows, Rows } from '../../batch/decide-rows.ts';
import type { Decides } from './run-batch.ts';
import type { Work } from './work.ts';

interface Waiting {
  readonly rows: Rows;
  readonly resolve: (decided: DecidedRows) => void;
  readonly reject: (error: unknown) => void;
}

/** How much each thread has: what it works on, and the next, so that it never waits for this thread to write. */
const AHEAD = 2;

/** Megabytes: several times what a thread can need, and V8 lets far less pile up below a limit than without one. */
const ENOUGH = 1024;

export class Workers implements Decides {
  readonly atOnce: number;
  /** What each has been sent; it answers in that order. */
  readonly #sent = new Map<Worker, Waiting[]>();
  readonly #waiting: Waiting[] = [];
  #failure: { readonly error: unknown } | undefined;

  constructor(jobs: number, work: Omit<Work, 'task'>) {
    // One more for each than it has, so that the next is there when it answers.
    this.atOnce = jobs * (AHEAD + 1);
    for (let count = 0; count < jobs; count += 1) this.#add({ ...work, task: 'prescreen-batch' });
  }

  decide(rows: Rows): Promise<DecidedRows> {
    return new Promise((resolve, reject) => {
      if (this.#failure) reject(this.#failure.error);
      this.#waiting.push({ rows, resolve, reject });
      this.#next();
    });
  }

  async end(): Promise<void> {
    await Promise.all([...this.#sent.keys()].map((worker) => worker.terminate()));
  }

  #add(work: Work): void {
    // A second file is held whole by each thread, and may be any size.
    const isBounded = work.settings.medicines.size === 0;
    const worker = new Worker(join(work.home, 'dist', 'prescreen.cjs'), {
      workerData: work,
      resourceLimits: isBounded ? { maxOldGenerationSizeMb: ENOUGH } : {},
    });
    const sent: Waiting[] = [];
    worker.on('message', (decided: DecidedRows) => {
      sent.shift()?.resolve(decided);
      this.#next();
    });
    worker.on('error', (error) => this.#fail(error));
    this.#sent.set(worker, sent);
  }

  #next(): void {
    const [waiting] = this.#waiting;
    if (!waiting) return;
    const [least] = [...this.#sent].toSorted(([, a], [, b]) => a.length - b.length);
    if (!least || least[1].length >= AHEAD) return;
    const [worker, sent] = least;
    this.#waiting.shift();
    sent.push(waiting);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(waiting.rows);
  }

  #fail(error: unknown): void {
    this.#failure = { error };
    const sent = [...this.#sent.values()].flatMap((each) => each.splice(0));
    for (const { reject } of [...sent, ...this.#waiting.splice(0)]) reject(error);
  }
}
