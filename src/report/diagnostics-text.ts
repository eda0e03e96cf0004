import { codeFrame } from '../source/code-frame.ts';
import { type Diagnostic, formatPlace, sortDiagnostics } from '../source/diagnostic.ts';

/** All diagnostics with their places and the lines that they are about, for people. */
export function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  return sortDiagnostics(diagnostics)
    .map(({ code, message, help, span, severity }) => {
      const label = severity === 'warning' ? 'warning ' : '';
      const advice = help === undefined ? '' : `\nhelp: ${help}`;
      return `${formatPlace(span)} ${label}${code}: ${message}\n${codeFrame(span)}${advice}\n`;
    })
    .join('\n');
}
