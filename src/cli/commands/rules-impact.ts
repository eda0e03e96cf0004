import { plainSaid } from '../../audit/diff/witness.ts';
import { ImpactCount } from '../../audit/impact/impact.ts';
import type { Bench } from '../../audit/regions/bench.ts';
import { answersOf } from '../../batch/decide-rows.ts';
import { countOf, rowsOf } from '../../batch/row-run.ts';
import { decideRow } from '../../batch/decide-row.ts';
import { ChartIndex } from '../../batch/fhir/chart-index.ts';
import type { KnownCodes } from '../../batch/fhir/fhir-answers.ts';
import { applyMapping } from '../../batch/mapping/apply-mapping.ts';
import type { Mapping } from '../../batch/mapping/read-mapping.ts';
import type { Row, RowAnswers } from '../../batch/row.ts';
import type { ScreenResult } from '../../evaluation/result.ts';
import type { ReadingOptions } from '../../intake/read-intake.ts';
import type { StandingRecord } from '../../records/standing-record.ts';
import { rulesImpactText } from '../../report/rules/rules-impact-text.ts';
import { readBack } from '../../time/parse-time.ts';
import { inputFiles } from '../batch/input-files.ts';
import { checkHeader } from '../batch/mapping-file.ts';
import { unsignedText } from '../../report/grounds-text.ts';
import { groundsAmong } from '../approvals.ts';
import { Progress } from '../batch/progress.ts';
import { mappingOf } from '../batch/settings.ts';
import { openSource, type Source } from '../batch/source.ts';
import { paletteFor } from '../colour.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readText } from '../files.ts';
import type { GlobalOptions } from '../options.ts';
import { readStandingRecords } from '../records/read-screenings.ts';
import { storeOf, type StoreOptions } from '../records/store.ts';
import { rulesAtBoth } from '../rules-at-both.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import { Trouble } from '../trouble.ts';
import { asOf } from './check.ts';

export interface ImpactOptions extends GlobalOptions, StoreOptions {
  readonly intakes?: readonly string[];
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
  if (options.intakes === undefined && options.records === undefined)
    throw new Trouble('past intakes are needed: --intakes FILE… or --records DIR');
  const both = await rulesAtBoth([before, after], options, terminal);
  const deciders = both.map(({ bench }) => new PastDecider(bench, options, terminal));
  const count = new ImpactCount();
  const progress = new Progress(terminal, options.json !== true);
  let rows = 0;
  for (const file of inputFiles(options.intakes ?? [])) {
    const source = await openSource(file, {}, terminal);
    const [was, is] = deciders.map((each) => each.ofSource(source.shape));
    for await (const run of source.runs) {
      for (const row of rowsOf(run)) count.add(was?.(row), is?.(row));
      rows += countOf(run);
      progress.tell(rows, source.size === undefined ? undefined : source.read() / source.size);
    }
  }
  progress.end();
  if (options.records !== undefined) await addRecords(count, deciders, options, terminal);
  const impact = count.end();
  const signatures = groundsAmong(both[1].texts, both[1].bench);
  if (options.json) {
    const changed = impact.changed.map(({ before: was, after: is, ...each }) => ({
      ...each,
      before: plainSaid(was),
      after: plainSaid(is),
    }));
    const document = { schema: 'prescreen.rules-impact/1', ...impact, changed, signatures };
    print(terminal, JSON.stringify(document, null, 2));
  } else {
    const text = rulesImpactText(impact, paletteFor(terminal, options.color !== false));
    print(terminal, `${text}\n${unsignedText(signatures)}`);
  }
  return impact.rejected + impact.readable.before + impact.readable.after > 0
    ? EXIT.rejected
    : EXIT.done;
}

/** The screenings of a folder of records, each as of its own moment. */
async function addRecords(
  count: ImpactCount,
  [old, now]: readonly PastDecider[],
  options: ImpactOptions,
  terminal: Terminal,
): Promise<void> {
  const progress = new Progress(terminal, options.json !== true, 'records');
  const store = await storeOf(options, terminal);
  const { records, closed } = await readStandingRecords(store, progress);
  progress.end();
  for (const record of records) count.add(old?.ofRecord(record), now?.ofRecord(record));
  for (const [why, number] of closed) {
    for (let each = 0; each < number; each += 1) count.add(undefined, undefined);
    complain(terminal, `${number} of the records: ${why}`);
  }
}

type Decide = (row: Row) => ScreenResult | undefined;

/** Decides what was screened in the past by the rules of one bench, rows as `batch` does. */
class PastDecider {
  readonly #bench: Bench;
  readonly #mapping: Mapping | undefined;
  readonly #reading: ReadingOptions;
  readonly #facts: ReadonlySet<string>;
  readonly #known: KnownCodes;

  constructor(bench: Bench, options: ImpactOptions, terminal: Terminal) {
    const { screener, vocabulary } = bench;
    const { prepared, zone } = screener;
    const { map } = options;
    this.#bench = bench;
    this.#mapping = map === undefined ? undefined : mappingOf(readText(map), prepared.ruleSet);
    this.#reading = { zone, asOf: asOf(options, bench), now: terminal.now() };
    this.#facts = new Set(prepared.questions.keys());
    const names = new Map(vocabulary.ingredients.map(({ rxcui, name }) => [rxcui, name]));
    this.#known = {
      nameOfCode: (rxcui) => names.get(rxcui),
      chart: new ChartIndex(prepared.ruleSet),
    };
  }

  ofSource(shape: Source['shape']): Decide {
    const mapping = this.#mapping;
    if (mapping) checkHeader(shape, mapping, this.#facts);
    return (row) => {
      const given = answersOf(row, shape, this.#known);
      return this.#decide(mapping ? applyMapping(given, mapping, this.#facts) : given);
    };
  }

  ofRecord({ answers, result }: StandingRecord): ScreenResult | undefined {
    const at = readBack(result.evaluated_at);
    return this.#decide({ ok: true, answers }, { ...this.#reading, asOf: at, now: at });
  }

  #decide(answers: RowAnswers, reading = this.#reading): ScreenResult | undefined {
    const outcome = decideRow(answers, this.#bench.screener, reading);
    return outcome.ok ? outcome.result : undefined;
  }
}
