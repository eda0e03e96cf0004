/** Loads the program with the machine code that V8 made of it when the package was built. */
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

export interface Loaded {
  readonly script: Script;
  readonly run: (home: string) => Promise<void>;
}

/** Without the code, or under another version of Node, V8 compiles the program as usual. */
export function load(home: string): Loaded {
  const filename = join(home, 'dist', 'prescreen.cjs');
  const cachedData = readCache(home);
  const source = Module.wrap(readFileSync(filename, 'utf8'));
  const script = new Script(source, { filename, ...(cachedData ? { cachedData } : {}) });
  const loaded = { exports: {} as { run: Loaded['run'] } };
  const body = script.runInThisContext() as (...parts: unknown[]) => void;
  body(loaded.exports, createRequire(filename), loaded, filename, dirname(filename));
  return { script, run: loaded.exports.run };
}

export async function start(home: string): Promise<void> {
  await load(home).run(home);
}

export function cacheFile(home: string): string {
  return join(home, 'dist', 'prescreen.cache');
}

function readCache(home: string): Buffer | undefined {
  try {
    return readFileSync(cacheFile(home));
  } catch {
    // Not built, or not for reading: the program only starts more slowly.
    return undefined;
  }
}
