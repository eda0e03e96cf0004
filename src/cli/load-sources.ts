import { type LoadedRules, loadRules } from '../rules/load.ts';
import { type DeclaredProperty, readProperties } from '../rules/read-properties.ts';
import type { SourceText } from '../source/diagnostic.ts';
import { readYamlFolder, shippedRulesFolder } from './files.ts';
import type { GlobalOptions } from './options.ts';
import type { Terminal } from './terminal.ts';
import { Trouble } from './trouble.ts';

export interface Sources extends LoadedRules {
  readonly folder: string;
  /** Every file below it. */
  readonly texts: readonly SourceText[];
}

/** The rules as they were written, with examples, cases and places: for the commands that look at rules. */
export function loadSources(options: GlobalOptions, terminal: Terminal): Sources {
  const folder = options.rules ?? shippedRulesFolder(terminal.home);
  const texts = readYamlFolder(folder);
  const loaded = loadRules(texts);
  if (!loaded.ok) throw new Trouble('the rules cannot be used', loaded.diagnostics);
  return { ...loaded.value, folder, texts };
}

/** The properties that the rules are to have, of the file beside them. */
export function loadProperties(rules: Sources): readonly DeclaredProperty[] {
  const read = readProperties(rules.texts, rules);
  if (!read.ok) throw new Trouble('the properties cannot be used', read.diagnostics);
  return read.value;
}
