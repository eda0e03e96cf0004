import { CHECKS } from '../../audit/checks/index.ts';
import { wrap, WIDTH } from '../../report/wrap.ts';
import { nearest } from '../../source/suggest.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { GlobalOptions } from '../options.ts';
import { print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';

/** What a code that `rules lint` prints means, why it matters and what to do. */
export function explainCode(code: string, options: GlobalOptions, terminal: Terminal): ExitCode {
  const check = CHECKS.find((each) => each.code === code);
  if (!check) {
    const codes = CHECKS.map((each) => each.code);
    const near = nearest(code, codes);
    const help =
      near === undefined ? `the codes are ${codes.join(', ')}` : `did you mean \`${near}\`?`;
    throw new Trouble(`no check \`${code}\`; ${help}`);
  }
  const { severity, explanation } = check;
  if (options.json) print(terminal, JSON.stringify({ code, severity, explanation }, null, 2));
  else print(terminal, [`${code} (${severity})`, '', ...wrap(explanation, WIDTH)].join('\n'));
  return EXIT.done;
}
