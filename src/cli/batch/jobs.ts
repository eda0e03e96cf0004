import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import { Trouble } from '../trouble.ts';

/** Below so many bytes, threads take longer to start than they save. */
const WORTH_THREADS = 1 << 18;

/** How many threads decide: as many as the machine has, for files that are worth it. */
export function jobsFor(option: string | undefined, files: readonly string[]): number {
  if (option !== undefined) {
    const jobs = Number(option);
    if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
      throw new Trouble('--jobs: it is a number of threads, from 1');
    return jobs;
  }
  if (files.includes('-')) return 1;
  const bytes = files.reduce(
    (sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  return bytes < WORTH_THREADS ? 1 : availableParallelism();
}
