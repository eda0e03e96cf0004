/** Runs command lines in this process, with streams that are kept. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';

import { onTestFinished } from 'vitest';

import { main } from '../../src/cli/main.ts';

/** The package itself: its rules and what was built of them. */
export const HOME = fileURLToPath(new URL('../..', import.meta.url));

/** The clock of the tests: half past seven in Anchorage, on the day of the shipped examples. */
const NOW = Date.parse('2026-11-24T07:30-09:00');

export interface World {
  readonly stdin?: string;
  /** Whether standard output is a terminal. */
  readonly isTTY?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: number;
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function run(argv: readonly string[], world: World = {}): Promise<Ended> {
  const { stdin = '', isTTY = false, env = {}, now = NOW } = world;
  const stdout = Object.assign(new PassThrough(), { isTTY });
  const stderr = new PassThrough();
  const terminal = {
    stdin: new PassThrough().end(stdin),
    stdout,
    stderr,
    env,
    now: () => now,
    home: HOME,
  };
  const code = await main(argv, terminal);
  return { code, stdout: written(stdout), stderr: written(stderr) };
}

function written(stream: PassThrough): string {
  return String(stream.read() ?? '');
}

/** Runs a command line with `--json` and reads what it prints: one document, and nothing else. */
export async function runJson(
  argv: readonly string[],
  world: World = {},
): Promise<Ended & { readonly json: unknown }> {
  const ended = await run([...argv, '--json'], world);
  return { ...ended, json: JSON.parse(ended.stdout) };
}

/** A folder with these files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'prescreen-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return folder;
}
