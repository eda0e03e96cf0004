import { verify } from '../../audit/verify/verify.ts';
import { verifiedText } from '../../report/verified-text.ts';
import { benchesOn } from '../benches-on.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadSources } from '../load-sources.ts';
import type { GlobalOptions } from '../options.ts';
import { benchOf } from '../rules-at.ts';
import { print, type Terminal } from '../terminal.ts';

export interface VerifyOptions extends GlobalOptions {
  readonly on?: string;
}

/** Puts the fail-safe laws to the rules in force; exits 1 when one is refuted and 3 when one is not proved. */
export function verifyRules(options: VerifyOptions, terminal: Terminal): ExitCode {
  const all = benchOf(loadSources(options, terminal), options.site, terminal);
  const { benches, isPart } = benchesOn([all], options.on, terminal);
  const laws = benches.flatMap(verify);
  if (options.json)
    print(terminal, JSON.stringify({ schema: 'prescreen.rules-verify/1', laws }, null, 2));
  else print(terminal, verifiedText(laws, paletteFor(terminal, options.color !== false)));
  if (laws.some(({ status }) => status === 'refuted')) return EXIT.failed;
  return isPart || laws.some(({ status }) => status === 'not-proved') ? EXIT.rejected : EXIT.done;
}
