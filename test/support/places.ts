import { type Diagnostic, formatPlace } from '../../src/source/diagnostic.ts';

/** Each diagnostic as `file:line:column code`, in the order given: what the tests assert of faults. */
export function places(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ code, span }) => `${formatPlace(span)} ${code}`);
}

/** The text that a diagnostic points at. */
export function pointedAt({ span }: Diagnostic): string {
  return span.source.text.slice(span.start, span.end);
}
