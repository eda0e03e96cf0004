import { undated } from '../../audit/undated.ts';
import { runCheck } from '../../audit/check.ts';
import { propertyFaults } from '../../audit/property-faults.ts';
import { CHECKS } from '../../audit/checks/index.ts';
import { diagnosticsNotes } from '../../report/diagnostics-notes.ts';
import { diagnosticsText } from '../../report/diagnostics-text.ts';
import { githubText } from '../../report/formats/github-text.ts';
import { sarif } from '../../report/formats/sarif.ts';
import { type Diagnostic, formatPlace, sortDiagnostics } from '../../source/diagnostic.ts';
import { unsignedText } from '../../report/grounds-text.ts';
import { Zone } from '../../time/zone.ts';
import { groundsAmong } from '../approvals.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadProperties, loadSources } from '../load-sources.ts';
import { siteFileOf } from '../in-force.ts';
import type { GlobalOptions } from '../options.ts';
import { benchOf } from '../rules-at.ts';
import { readSiteNames } from '../site-names.ts';
import { print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

export interface LintOptions extends GlobalOptions {
  readonly format: 'text' | 'json' | 'github' | 'sarif';
}

/** Looks for faults in the rules in force; exits 1 when there are any. */
export async function lintRules(options: LintOptions, terminal: Terminal): Promise<ExitCode> {
  const linted = lint(options, terminal);
  print(terminal, written(linted, options));
  return linted.found.length > 0 ? EXIT.failed : EXIT.done;
}

interface Linted {
  readonly found: readonly Diagnostic[];
  /** How many rules nobody signed; none where the rules do not load. */
  readonly grounds?: ReturnType<typeof groundsAmong>;
}

function written({ found, grounds }: Linted, { json, format }: LintOptions): string {
  switch (json === true ? 'json' : format) {
    case 'json':
      return JSON.stringify(plainDocument({ found, ...(grounds ? { grounds } : {}) }), null, 2);
    case 'github':
      return githubText(diagnosticsNotes(found), grounds);
    case 'sarif':
      return JSON.stringify(sarif(diagnosticsNotes(found), EXPLAINED, grounds), null, 2);
    case 'text':
      return [
        ...(found.length > 0 ? [diagnosticsText(found), countText(found)] : ['No faults found.']),
        ...(grounds ? [unsignedText(grounds)] : []),
      ].join('\n');
  }
}

const EXPLAINED = new Map(CHECKS.map(({ code, explanation }) => [code, explanation]));

function lint(options: LintOptions, terminal: Terminal): Linted {
  try {
    const rules = loadSources(options, terminal);
    const today = new Zone('UTC').dayOf(terminal.now());
    const bench = undated(benchOf(rules, options.site, terminal));
    const { site } = bench.screener;
    readSiteNames({ file: siteFileOf(options, terminal), site }, rules.vocabulary);
    const audited = { rules, today, bench };
    const found = sortDiagnostics([
      ...CHECKS.flatMap((check) => runCheck(check, audited)),
      ...propertyFaults(loadProperties(rules), audited),
    ]);
    return { found, grounds: groundsAmong(rules.texts, bench) };
  } catch (error) {
    // Rules, or names of the site, that do not load have faults like any other, so they are printed in the same way.
    if (error instanceof Trouble && error.diagnostics.length > 0)
      return { found: sortDiagnostics(error.diagnostics) };
    throw error;
  }
}

function plainDocument({ found, grounds }: Linted): object {
  const faults = found.map(plainDiagnostic);
  return {
    schema: 'prescreen.rules-lint/1',
    faults,
    ...(grounds ? { signatures: grounds } : {}),
  };
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
