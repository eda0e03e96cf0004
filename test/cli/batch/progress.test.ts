import { PassThrough } from 'node:stream';

import { describe, expect, test } from 'vitest';

import { Progress } from '../../../src/cli/batch/progress.ts';

/** What is written of things that are told at these milliseconds after the start. */
function shown(tell: (progress: Progress, ms: number) => void, ...at: readonly number[]): string {
  const stderr = Object.assign(new PassThrough(), { isTTY: true });
  let now = 0;
  const terminal = {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr,
    env: {},
    now: () => now,
    home: '',
  };
  const progress = new Progress(terminal, true, 'rules');
  for (const ms of at) {
    now = ms;
    tell(progress, ms);
  }
  progress.end();
  return String(stderr.read() ?? '').replaceAll('\r\u001B[K', '|');
}

describe('progress', () => {
  test('keeps still within the first second, and leaves no line behind', () => {
    expect(shown((progress) => progress.count(1, 20), 400, 900)).toBe('');
    expect(shown((progress) => progress.count(1, 20), 1000)).toBe('|1 of 20 rules|');
  });

  test('counts few things, and of many says how fast they go and what is left', () => {
    expect(shown((progress, ms) => progress.count(ms / 1000, 20), 1000, 1100, 2000)).toBe(
      '|1 of 20 rules|2 of 20 rules|',
    );
    expect(shown((progress) => progress.tell(500, 0.5), 2000)).toBe(
      '|500 rules, 250 a second, 2 s left|',
    );
  });
});
