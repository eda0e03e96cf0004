import { compareText } from './compare-text.ts';

/** A text and the name it is known by. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** Where something was written: offsets into its text, from `start` up to but not including `end`. */
export interface Span {
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

export type Severity = 'error' | 'warning';

/** One trouble found in what someone wrote. `message` is one lower-case sentence without a full stop. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly help?: string;
}

/** A value, or everything that keeps us from having one. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One-based line and column of an offset. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let at = before.indexOf('\n'); at !== -1; at = before.indexOf('\n', at + 1)) line += 1;
  return { line, column: offset - lineStart + 1 };
}

/** Orders diagnostics by file, then place, so that the same input always prints the same list. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      compareText(a.span.source.file, b.span.source.file) ||
      a.span.start - b.span.start ||
      compareText(a.code, b.code),
  );
}

/** `file:line:column`, clickable in most terminals. */
export function formatPlace({ source, start }: Span): string {
  const { line, column } = positionAt(source.text, start);
  return `${source.file}:${line}:${column}`;
}
