/**
 * What a child process answers, message by message. One that ends before it has answered all has crashed, and one that
 * keeps its parent waiting is killed: both are `Unanswered`, thrown after the answers that did come.
 */
import type { ChildProcess } from 'node:child_process';
import { on, once } from 'node:events';

/** Calls `giveUp` when one answer has been waited for long enough; what it returns calls that off. */
export type Patience = (giveUp: () => void) => () => void;

export class Unanswered extends Error {}

export async function* answersOfChild<T>(
  child: ChildProcess,
  expected: number,
  patience: Patience,
): AsyncGenerator<T> {
  let isHung = false;
  const wait = (): (() => void) =>
    patience(() => {
      isHung = true;
      child.kill('SIGKILL');
    });
  let callOff = wait();
  let left = expected;
  try {
    for await (const [answer] of on(child, 'message', { close: ['disconnect'] })) {
      callOff();
      yield answer as T;
      left -= 1;
      if (left === 0) return;
      callOff = wait();
    }
    throw new Unanswered(isHung ? 'no answer in time' : await howItEnded(child));
  } finally {
    callOff();
    child.kill('SIGKILL');
  }
}

async function howItEnded(child: ChildProcess): Promise<string> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return `its process ended with ${child.signalCode ?? `exit code ${child.exitCode}`}`;
}
