import { execFileSync } from 'node:child_process';

const MOST_BYTES = 64 * 1024 * 1024;

/** What git prints; undefined where there is no git, no repository, or nothing of what was asked for. */
export function git(args: readonly string[], cwd: string): string | undefined {
  try {
    return execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: MOST_BYTES,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch {
    return undefined;
  }
}
