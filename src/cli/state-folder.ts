import { homedir } from 'node:os';
import { join } from 'node:path';

/** PRESCREEN_HOME, or the place where the system keeps the state of programs. */
export function stateFolder(env: Readonly<Record<string, string | undefined>>): string {
  const own = env['PRESCREEN_HOME'];
  if (own !== undefined && own !== '') return own;
  const state = env['XDG_STATE_HOME'];
  const base = state === undefined || state === '' ? join(homedir(), '.local', 'state') : state;
  return join(base, 'prescreen');
}
