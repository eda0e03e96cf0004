import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

import { describe, expect, it } from 'vitest';

import {
  answersOfChild,
  type Patience,
  Unanswered,
} from '../../../bench/support/answers-of-child.ts';

/** Sends each message, then does something else. */
function childThat(sends: readonly string[], then: string): ChildProcess {
  const sent = sends.map((each) => `process.send(${JSON.stringify(each)});`).join('');
  return spawn(process.execPath, ['-e', `${sent}${then}`], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

const HANG = 'process.on("message", () => undefined)';

/** Gives up as soon as the answer after so many is waited for. */
function patienceFor(answers: number): Patience {
  let left = answers;
  return (giveUp) => {
    if (left === 0) giveUp();
    left -= 1;
    return () => undefined;
  };
}

async function heardOf(
  child: ChildProcess,
  expected: number,
  patience: Patience,
): Promise<{ readonly answers: readonly string[]; readonly failure?: unknown }> {
  const answers: string[] = [];
  try {
    for await (const answer of answersOfChild<string>(child, expected, patience))
      answers.push(answer);
    return { answers };
  } catch (failure) {
    return { answers, failure };
  }
}

describe('the answers of a child process', () => {
  it('come one by one, and a child that has given all is not waited for', async () => {
    const child = childThat(['one', 'two'], HANG);
    const ended = once(child, 'exit');
    expect(await heardOf(child, 2, patienceFor(9))).toEqual({ answers: ['one', 'two'] });
    expect(await ended).toEqual([null, 'SIGKILL']);
  });

  it('are kept when the child crashes, and the crash is told', async () => {
    const heard = await heardOf(childThat(['one'], 'process.abort()'), 2, patienceFor(9));
    expect(heard).toEqual({
      answers: ['one'],
      failure: new Unanswered('its process ended with SIGABRT'),
    });
  });

  it('are missed when the child ends early without an error', async () => {
    const { failure } = await heardOf(childThat([], ''), 1, patienceFor(9));
    expect(failure).toEqual(new Unanswered('its process ended with exit code 0'));
  });

  it('are kept when the child hangs, and the child is killed', async () => {
    const child = childThat(['one'], HANG);
    const ended = once(child, 'exit');
    expect(await heardOf(child, 2, patienceFor(1))).toEqual({
      answers: ['one'],
      failure: new Unanswered('no answer in time'),
    });
    expect(await ended).toEqual([null, 'SIGKILL']);
  });
});
