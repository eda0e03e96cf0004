import { runExamples } from '../../audit/run-examples.ts';
import { groundsOf } from '../../evaluation/screen.ts';
import { unsignedText } from '../../report/grounds-text.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadInForce } from '../in-force.ts';
import { loadSources } from '../load-sources.ts';
import type { GlobalOptions } from '../options.ts';
import { print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

/** Runs every example and case of the rules in force; exits 1 when one fails. */
export async function testRules(options: GlobalOptions, terminal: Terminal): Promise<ExitCode> {
  const rules = loadSources(options, terminal);
  const { screener } = await loadInForce({ ...options, rules: rules.folder }, terminal);
  const outcomes = runExamples(rules, screener);
  if (outcomes.length === 0) throw new Trouble(`${rules.folder}: no rule has an example`);
  const grounds = groundsOf(screener);
  const failed = outcomes.filter(({ failure }) => failure !== undefined);
  if (options.json) {
    const failures = failed.map(({ name, place, failure }) => ({ name, at: place, failure }));
    const counts = { passed: outcomes.length - failed.length, failed: failed.length };
    const signatures = { rules: grounds.rules, unsigned: grounds.unsigned };
    print(terminal, JSON.stringify({ ...counts, failures, signatures }, null, 2));
  } else {
    const lines = failed.map(
      ({ name, place, failure }) => `FAILED  ${name}\n        ${place}\n        ${failure}\n`,
    );
    print(
      terminal,
      `${lines.join('\n')}${outcomes.length - failed.length} passed, ${failed.length} failed\n${unsignedText(grounds)}`,
    );
  }
  return failed.length > 0 ? EXIT.failed : EXIT.done;
}
