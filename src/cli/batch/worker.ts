/** The other side of `workers.ts`: decides what it is sent, by the same code as a single thread. */
import type { MessagePort } from 'node:worker_threads';
import { PassThrough } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';

import type { Rows } from '../../batch/decide-rows.ts';
import { groundsOf } from '../../evaluation/screen.ts';
import { loadInForce } from '../in-force.ts';
import { deciderOf } from './settings.ts';
import type { Work } from './work.ts';

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
