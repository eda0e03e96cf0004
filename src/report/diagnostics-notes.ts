import type { Diagnostic } from '../source/diagnostic.ts';
import type { Note } from './formats/note.ts';

/** Diagnostics for GitHub and code scanning. */
export function diagnosticsNotes(diagnostics: readonly Diagnostic[]): Note[] {
  return diagnostics.map(({ code, severity, message, help, span }) => ({
    code,
    level: severity,
    about: '',
    lines: [message, ...(help === undefined ? [] : [`help: ${help}`])],
    span,
  }));
}
