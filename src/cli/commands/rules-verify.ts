import type { Bench } from '../../audit/regions/bench.ts';
import { healthyAt } from '../../audit/regions/healthy-at.ts';
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
import { Trouble } from '../trouble.ts';
import { parseInstant } from '../../time/parse-time.ts';

export interface VerifyOptions extends GlobalOptions {
  readonly on?: string;
  readonly at?: readonly string[];
}

/**
 * Puts the fail-safe laws and the site's own properties to the rules, in every span of days and for every moment that is
 * chosen; exits 1 when one is refuted and 3 when one is not proved.
 */
export function verifyRules(options: VerifyOptions, terminal: Terminal): ExitCode {
  const rules = loadSources(options, terminal);
  const properties = loadProperties(rules).map(({ property }) => property);
  const all: readonly [Bench] = [benchOf(rules, options.site, terminal)];
  needHealthy(rules.folder, all[0]);
  const moments = (options.at ?? [String(all[0].healthy['procedure.at'])]).map(
    (text): readonly [string, Bench] => [text, benchAt(text, all[0])],
  );
  const progress = new Progress(terminal, true, 'laws and properties');
  const laws = moments.flatMap(([at, moment]) =>
    benchesOn([moment] as const, options.on, terminal).flatMap(({ benches: [bench], during }) =>
      verify(bench, properties, (put, of) => progress.count(put, of)).map((law) => ({
        ...law,
        ...(during === undefined ? {} : { during }),
        ...(moments.length > 1 ? { at } : {}),
      })),
    ),
  );
  progress.end();
  const signatures = groundsAmong(rules.texts, all[0]);
  const procedureAt = moments.map(([text]) => text);
  if (options.json) {
    const document = {
      schema: 'prescreen.rules-verify/1',
      procedure_at: procedureAt.length === 1 ? procedureAt[0] : procedureAt,
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

function benchAt(text: string, bench: Bench): Bench {
  const instant = parseInstant(text, bench.screener.zone, 'later');
  if (instant === undefined)
    throw new Trouble(`--at: \`${text}\` is no moment; write it like 2026-11-24T14:30`);
  return healthyAt(bench, instant);
}
