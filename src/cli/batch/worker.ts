/** The other side of `workers.ts`: decides what it is sent, by the same code as a single thread. */
import { parentPort, workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { PassThrough } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';

import type { Rows } from '../../batch/decide-rows.ts';
import type { ScreenResult } from '../../evaluation/result.ts';
import { groundsOf } from '../../evaluation/screen.ts';
import { loadInForce } from '../in-force.ts';
import { type BatchSettings, deciderOf } from './settings.ts';

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

export async function decideFor(
  port: MessagePort,
  { home, settings, ruleset }: Work,
): Promise<void> {
  const streams = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
  };
  const inForce = await loadInForce(settings.force, {
    ...streams,
    env: {},
    now: () => settings.now,
    home,
  });
  if (!isDeepStrictEqual(groundsOf(inForce.screener), ruleset))
    throw new Error('the rules were changed while the batch ran');
  const decider = deciderOf(settings, inForce);
  port.on('message', (rows: Rows) => port.postMessage(decider.decide(rows)));
}
