import type { Bench } from '../../audit/regions/bench.ts';
import { verify } from '../../audit/verify/verify.ts';
import { verifiedText } from '../../report/rules/verified-text.ts';
import { unsignedText } from '../../report/grounds-text.ts';
import { groundsAmong } from '../approvals.ts';
import { Progress } from '../batch/progress.ts';
import { benchesOn } from '../benches-on.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { loadProperties, loadSources } from '../load-sources.ts';
import type { GlobalOptions } from '../options.ts';
import { benchOf, needHealthy } from '../rules-at.ts';
import { print, type Terminal } from '../terminal.ts';

export interface VerifyOptions extends GlobalOptions {
  readonly on?: string;
}

/**
 * Puts the fail-safe laws and the site's own properties to the rules, in every span of days; exits 1 when one is refuted
 * and 3 when one is not proved.
 */
export function verifyRules(options: VerifyOptions, terminal: Terminal): ExitCode {
  const rules = loadSources(options, terminal);
  const properties = loadProperties(rules).map(({ property }) => property);
  const all: readonly [Bench] = [benchOf(rules, options.site, terminal)];
  needHealthy(rules.folder, all[0]);
  const progress = new Progress(terminal, true, 'laws and properties');
  const laws = benchesOn(all, options.on, terminal).flatMap(({ benches: [bench], during }) =>
    verify(bench, properties, (put, of) => progress.tell(put, put / of)).map((law) =>
      during === undefined ? law : { ...law, during },
    ),
  );
  progress.end();
  const signatures = groundsAmong(rules.texts, all[0]);
  const procedureAt = String(all[0].healthy['procedure.at']);
  if (options.json) {
    const document = {
      schema: 'prescreen.rules-verify/1',
      procedure_at: procedureAt,
      laws,
      signatures,
    };
    print(terminal, JSON.stringify(document, null, 2));
  } else {
    const text = verifiedText(laws, procedureAt, paletteFor(terminal, options.color !== false));
    print(terminal, `${text}\n${unsignedText(signatures)}`);
  }
  if (laws.some(({ status }) => status === 'refuted')) return EXIT.failed;
  return laws.some(({ status }) => status === 'not-proved') ? EXIT.rejected : EXIT.done;
}
