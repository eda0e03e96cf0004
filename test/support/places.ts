import { type Diagnostic, formatPlace, type Parsed } from '../../src/source/diagnostic.ts';

/** Each diagnostic as `file:line:column code`, in the order given: what the tests assert of faults. */
export function places(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, span }) => `${formatPlace(span)} ${code}`);
}

/** What was read; throws with the places of its faults when nothing was. */
export function readOf<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value;
  throw new Error(places(parsed.diagnostics).join('\n'));
}

/** The text that a diagnostic points at. */
export function pointedAt({ span }: Diagnostic): string {
  return span.source.text.slice(span.start, span.end);
}
