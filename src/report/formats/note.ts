/** A thing found about the rules, in the form in which other tools take it. */
import type { Span } from '../../source/diagnostic.ts';

export interface Note {
  /** What kind of thing it is: `rules-diff.looser`. */
  readonly code: string;
  readonly level: 'error' | 'warning' | 'notice';
  /** The rule, or whatever else it is about. */
  readonly about: string;
  /** The first line stands alone; the others say more. */
  readonly lines: readonly string[];
  readonly span?: Span;
}

/** How many rules there are, and how many of them nobody signed as they stand. */
export interface Grounds {
  readonly rules: number;
  readonly unsigned: number;
}

/** The path of a file in its repository: `main:rules/a.yaml` was read from a commit. */
export function repositoryPath({ source }: Span): string {
  const colon = source.file.indexOf(':');
  const path = colon > 1 ? source.file.slice(colon + 1) : source.file;
  return path.replaceAll('\\', '/').replace(/^\.\//, '');
}
