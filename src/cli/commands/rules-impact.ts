import { ImpactCount } from '../../audit/impact/impact.ts';
import type { Bench } from '../../audit/regions/bench.ts';
import { answersOf } from '../../batch/decide-rows.ts';
import { decideRow } from '../../batch/decide-row.ts';
import { applyMapping } from '../../batch/mapping/apply-mapping.ts';
import type { Row } from '../../batch/row.ts';
import type { ScreenResult } from '../../evaluation/result.ts';
import { rulesImpactText } from '../../report/rules-impact-text.ts';
import { inputFiles } from '../batch/input-files.ts';
import { checkHeader } from '../batch/mapping-file.ts';
import { Progress } from '../batch/progress.ts';
import { mappingOf } from '../batch/settings.ts';
import { openSource, type Source } from '../batch/source.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readText } from '../files.ts';
import type { GlobalOptions } from '../options.ts';
import { rulesAt } from '../rules-at.ts';
import { print, type Terminal } from '../terminal.ts';
import { asOf } from './check.ts';

export interface ImpactOptions extends GlobalOptions {
  readonly intakes: readonly string[];
  readonly map?: string;
  readonly asOf?: string;
}

/** Whom of past intakes the rules at one place decide otherwise than those at another; exits 3 when some cannot be read. */
export async function impactOfRules(
  before: string,
  after: string,
  options: ImpactOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const [old, now] = [before, after].map((where) => rulesAt(where, options.site, terminal).bench);
  if (!old || !now) throw new Error('two rule sets are compared');
  const count = new ImpactCount();
  const progress = new Progress(terminal, options.json !== true);
  const decides = [old, now].map((bench) => decider(bench, options, terminal));
  let rows = 0;
  for (const file of inputFiles(options.intakes)) {
    const source = await openSource(file, {}, terminal);
    const [was, is] = decides.map((decide) => decide(source.shape));
    for await (const batch of source.batches) {
      for (const row of batch) count.add(was?.(row), is?.(row));
      rows += batch.length;
      progress.tell(rows, source.size === undefined ? undefined : source.read() / source.size);
    }
  }
  progress.end();
  const impact = count.end();
  if (options.json)
    print(terminal, JSON.stringify({ schema: 'prescreen.rules-impact/1', ...impact }, null, 2));
  else print(terminal, rulesImpactText(impact, paletteFor(terminal, options.color !== false)));
  return impact.rejected + impact.readable.before + impact.readable.after > 0
    ? EXIT.rejected
    : EXIT.done;
}

type Decide = (row: Row) => ScreenResult | undefined;

/** Decides rows as `batch` does, by the rules of one bench. */
function decider(
  bench: Bench,
  options: ImpactOptions,
  terminal: Terminal,
): (shape: Source['shape']) => Decide {
  const { screener, vocabulary } = bench;
  const { prepared, zone } = screener;
  const { map } = options;
  const mapping = map === undefined ? undefined : mappingOf(readText(map), prepared.ruleSet);
  const facts = new Set(prepared.questions.keys());
  const reading = { zone, asOf: asOf(options, bench), now: terminal.now() };
  const codes = new Map(vocabulary.ingredients.map(({ rxcui, name }) => [rxcui, name]));
  return (shape) => {
    if (mapping) checkHeader(shape, mapping, facts);
    return (row) => {
      const given = answersOf(row, shape, (rxcui) => codes.get(rxcui));
      const answers = mapping ? applyMapping(given, mapping, facts) : given;
      const outcome = decideRow(answers, screener, reading);
      return outcome.ok ? outcome.result : undefined;
    };
  };
}
