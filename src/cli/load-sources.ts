import { join } from 'node:path';

import { type LoadedRules, loadRules } from '../rules/load.ts';
import { readYamlFolder } from './files.ts';
import type { GlobalOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { Trouble } from './trouble.ts';

/** The rules as they were written, with examples, cases and places: for the commands that look at rules. */
export function loadSources(
  options: GlobalOptions,
  terminal: Terminal,
): LoadedRules & { readonly folder: string } {
  const folder = options.rules ?? join(terminal.home, 'rules');
  const loaded = loadRules(readYamlFolder(folder));
  if (!loaded.ok) throw new Trouble('the rules cannot be used', loaded.diagnostics);
  return { ...loaded.value, folder };
}
