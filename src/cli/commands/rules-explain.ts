import type { Check } from '../../audit/check.ts';
import { CHECKS } from '../../audit/checks/index.ts';
import { wrap, WIDTH } from '../../report/wrap.ts';
import { nearest } from '../../source/suggest.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { GlobalOptions } from '../options.ts';
import { print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

/** What a code that `rules lint` prints means, why it matters and what to do; without one, that of every code. */
export function explainCode(
  code: string | undefined,
  options: GlobalOptions,
  terminal: Terminal,
): ExitCode {
  const explained = (code === undefined ? CHECKS : [checkOf(code)]).map(
    ({ code: own, severity, explanation }) => ({ code: own, severity, explanation }),
  );
  if (options.json)
    print(terminal, JSON.stringify(code === undefined ? explained : explained[0], null, 2));
  else print(terminal, explained.map(pageOf).join('\n\n'));
  return EXIT.done;
}

function pageOf({ code, severity, explanation }: Omit<Check, 'run'>): string {
  return [`${code} (${severity})`, '', ...wrap(explanation, WIDTH)].join('\n');
}

function checkOf(code: string): Check {
  const check = CHECKS.find((each) => each.code === code);
  if (check) return check;
  const codes = CHECKS.map((each) => each.code);
  const near = nearest(code, codes);
  const help =
    near === undefined ? `the codes are ${codes.join(', ')}` : `did you mean \`${near}\`?`;
  throw new Trouble(`no check \`${code}\`; ${help}`);
}
