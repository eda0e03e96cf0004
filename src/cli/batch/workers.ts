/** Threads that decide rows beside each other; whoever is free gets the next. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

import type { DecidedRows, Rows } from '../../batch/decide-rows.ts';
import type { Decides } from './run-batch.ts';
import type { Work } from './worker.ts';

interface Waiting {
  readonly rows: Rows;
  readonly resolve: (decided: DecidedRows) => void;
  readonly reject: (error: unknown) => void;
}

export class Workers implements Decides {
  readonly atOnce: number;
  readonly #workers: Worker[] = [];
  readonly #free: Worker[] = [];
  readonly #busy = new Map<Worker, Waiting>();
  readonly #waiting: Waiting[] = [];
  #failure: { readonly error: unknown } | undefined;

  constructor(jobs: number, work: Omit<Work, 'task'>) {
    // One more for each than it works on, so that none waits for the next.
    this.atOnce = jobs * 2;
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
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #add(work: Work): void {
    const worker = new Worker(join(work.home, 'dist', 'prescreen.cjs'), { workerData: work });
    worker.on('message', (decided: DecidedRows) => {
      this.#busy.get(worker)?.resolve(decided);
      this.#busy.delete(worker);
      this.#free.push(worker);
      this.#next();
    });
    worker.on('error', (error) => this.#fail(error));
    this.#workers.push(worker);
    this.#free.push(worker);
  }

  #next(): void {
    const [waiting] = this.#waiting;
    if (!waiting) return;
    const worker = this.#free.pop();
    if (!worker) return;
    this.#waiting.shift();
    this.#busy.set(worker, waiting);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(waiting.rows);
  }

  #fail(error: unknown): void {
    this.#failure = { error };
    for (const { reject } of [...this.#busy.values(), ...this.#waiting.splice(0)]) reject(error);
    this.#busy.clear();
  }
}
