/** What a thread of a batch is given. Apart from what it does with it, which no other command has to load. */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';

import type { ScreenResult } from '../../evaluation/result.ts';
import type { BatchSettings } from './settings.ts';

export interface Work {
  readonly task: 'prescreen-batch';
  readonly home: string;
  readonly settings: BatchSettings;
  /** What was in force: rules that were changed or signed since the run began must not decide the rest of it. */
  readonly ruleset: ScreenResult['ruleset'];
}

/** The work of this thread, when it was started for a batch. */
export function workHere(): { readonly port: MessagePort; readonly work: Work } | undefined {
  const work = workerData as Work | null | undefined;
  return parentPort && work?.task === 'prescreen-batch' ? { port: parentPort, work } : undefined;
}
