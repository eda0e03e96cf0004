import { runCheck } from '../../audit/check.ts';
import { CHECKS } from '../../audit/checks/index.ts';
import { diagnosticsText } from '../../report/diagnostics-text.ts';
import { type Diagnostic, formatPlace, sortDiagnostics } from '../../source/diagnostic.ts';
import { Zone } from '../../time/zone.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadSources } from '../load-sources.ts';
import type { GlobalOptions } from '../options.ts';
import { print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

/** Looks for faults in the rules in force; exits 1 when there are any. */
export async function lintRules(options: GlobalOptions, terminal: Terminal): Promise<ExitCode> {
  const found = lint(options, terminal);
  if (options.json) print(terminal, JSON.stringify(found.map(plainDiagnostic), null, 2));
  else if (found.length > 0) print(terminal, `${diagnosticsText(found)}\n${countText(found)}`);
  else print(terminal, 'No faults found.');
  return found.length > 0 ? EXIT.failed : EXIT.done;
}

function lint(options: GlobalOptions, terminal: Terminal): Diagnostic[] {
  try {
    const rules = loadSources(options, terminal);
    const today = new Zone('UTC').dayOf(terminal.now());
    return sortDiagnostics(CHECKS.flatMap((check) => runCheck(check, { rules, today })));
  } catch (error) {
    // Rules that do not load have faults like any other, so they are printed in the same way.
    if (error instanceof Trouble && error.diagnostics.length > 0)
      return sortDiagnostics(error.diagnostics);
    throw error;
  }
}

function plainDiagnostic({ code, severity, message, help, span }: Diagnostic): unknown {
  return {
    code,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    at: formatPlace(span),
  };
}

function countText(found: readonly Diagnostic[]): string {
  const errors = found.filter(({ severity }) => severity === 'error').length;
  return `${errors} errors, ${found.length - errors} warnings`;
}
