import type { Terminal } from '../terminal.ts';
import type { Sink } from './sink.ts';

/** Standard output: what is written is gone, so there is nothing to take back. */
export function stdoutSink({ stdout }: Terminal): Sink {
  return {
    write: (bytes) =>
      stdout.write(bytes)
        ? undefined
        : new Promise<void>((resolve) => stdout.once('drain', resolve)),
    finish: () => undefined,
    abandon: () => undefined,
    sync: () => 0,
  };
}
