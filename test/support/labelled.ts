import { readFileSync } from 'node:fs';

import { parse } from 'yaml';

/** What a part of a line must be read as; fields that are not given may be anything. */
export interface ExpectedReading {
  readonly ask?: true;
  readonly generic?: string;
  readonly status?: string;
  readonly [told: string]: unknown;
}

/** The labelled sets of the recognition of medicines, written by us. */
export const labelled = {
  /** Names by a class that each must have. */
  critical: read('critical') as Readonly<Record<string, readonly string[]>>,
  common: (read('common') as { readonly common: readonly string[] }).common,
  /** Names that are confused, with an ingredient that each must have, or `ask`. */
  traps: (read('traps') as { readonly traps: Readonly<Record<string, string>> }).traps,
  /** Misspellings by what is meant. */
  misspellings: read('misspellings') as Readonly<Record<string, readonly string[]>>,
  notMedicines: (read('not-medicines') as { readonly strings: readonly unknown[] }).strings.map(
    String,
  ),
  /** Lines, and what each must be read as. */
  lines: (
    read('lines') as { readonly lines: readonly (readonly [string, ...ExpectedReading[]])[] }
  ).lines.map(([line, ...readings]) => ({ line, readings })),
};

function read(name: string): unknown {
  return parse(
    readFileSync(new URL(`../../test/medicines/labelled/${name}.yaml`, import.meta.url), 'utf8'),
  );
}
