import type { SourceShape } from '../../batch/decide-rows.ts';
import type { Tally } from '../../batch/tally.ts';
import { DISPOSITIONS } from '../../evaluation/finding-order.ts';
import { groundsOf } from '../../evaluation/screen.ts';
import { batchObject, type BatchSummary, batchText } from '../../report/batch-text.ts';
import { inputFiles } from '../batch/input-files.ts';
import { jobsFor } from '../batch/jobs.ts';
import { checkColumns, checkHeader } from '../batch/mapping-file.ts';
import { type BatchOptions, sourceOptions } from '../batch/options.ts';
import { Rejects, Results } from '../batch/output.ts';
import { prepare, type Prepared } from '../batch/prepare.ts';
import type { PageTarget } from '../batch/page-output.ts';
import { Progress } from '../batch/progress.ts';
import { type Decides, runBatch } from '../batch/run-batch.ts';
import { deciderOf } from '../batch/settings.ts';
import { suggestFor } from '../batch/suggest.ts';
import { Workers } from '../batch/workers.ts';
import { EXIT, EXIT_OF, type ExitCode } from '../exit-code.ts';
import { loadInForce } from '../in-force.ts';
import { complain, print, type Terminal } from '../terminal.ts';

/** Decides whole files: every row is decided, or rejected with its place and why. */
export async function batch(
  patterns: readonly string[],
  options: BatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const files = inputFiles(patterns);
  if (options.suggestMap === true) return suggest(files, options, terminal);
  const prepared = await prepare(files, options, terminal);
  const workers = workersFor(prepared, options, terminal);
  try {
    const summary = await decideAll(prepared, options, workers ?? oneThread(prepared), terminal);
    tell(summary, options, terminal);
    if (summary.tally.rejected > 0 || summary.unmatched > 0) return EXIT.rejected;
    return options.exitCode === true ? codeOf(summary.tally) : EXIT.done;
  } finally {
    await workers?.end();
  }
}

async function decideAll(
  prepared: Prepared,
  options: BatchOptions,
  decides: Decides,
  terminal: Terminal,
): Promise<BatchSummary> {
  const { target, inForce, mapping, settings, saved } = prepared;
  const { screener, ruleSet } = inForce;
  const facts = new Set(ruleSet.questions.map(({ id }) => id));
  const rejects = new Rejects(target.rejects, saved?.rejects);
  const run = {
    ...prepared,
    look: (shape: SourceShape) =>
      mapping ? checkHeader(shape, mapping, facts) : checkColumns(shape, facts),
    decides,
    results: new Results(target, terminal, saved?.results),
    rejects,
    page: pageFor(prepared, options),
    out: target.out === '-' ? undefined : target.out,
    progress: new Progress(terminal, options.quiet !== true),
    maxRejectShare: target.maxRejectShare,
    now: settings.now,
  };
  const ran = await runBatch(run, terminal);
  const unmatched = [...settings.medicines.keys()].filter((id) => !ran.joined.has(id)).length;
  return {
    ...ran,
    unmatched,
    out: run.out,
    rejects: rejects.paths,
    ruleset: groundsOf(screener),
  };
}

/** The rows that are on the page are decided again for it, by this thread. */
function pageFor(
  { settings, inForce }: Prepared,
  { report, names, language = 'en' }: BatchOptions,
): PageTarget | undefined {
  if (report === undefined) return undefined;
  const { site, screener, ruleSet } = inForce;
  const decider = deciderOf(settings, inForce);
  return {
    path: report,
    site,
    ruleSet,
    zone: screener.zone,
    language,
    hasNames: names === true,
    ruleset: groundsOf(screener),
    madeAt: settings.now,
    entryOf: (row, source) => decider.entryOf(row, source),
  };
}

function workersFor(
  { files, settings, inForce }: Prepared,
  { jobs }: BatchOptions,
  { home }: Terminal,
): Workers | undefined {
  const count = jobsFor(jobs, files);
  return count === 1
    ? undefined
    : new Workers(count, { home, settings, ruleset: groundsOf(inForce.screener) });
}

function oneThread({ settings, inForce }: Prepared): Decides {
  const decider = deciderOf(settings, inForce);
  return { decide: (rows) => decider.decide(rows), atOnce: 1 };
}

async function suggest(
  [file = '-']: readonly string[],
  options: BatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { ruleSet } = await loadInForce(options, terminal);
  print(
    terminal,
    await suggestFor(
      { file, medicines: options.medicines },
      sourceOptions(options),
      ruleSet,
      terminal,
    ),
  );
  return EXIT.done;
}

function tell(summary: BatchSummary, options: BatchOptions, terminal: Terminal): void {
  if (options.json === true) print(terminal, JSON.stringify(batchObject(summary), null, 2));
  if (options.quiet !== true && options.json !== true) complain(terminal, batchText(summary));
}

function codeOf({ decided }: Tally): ExitCode {
  return EXIT_OF[DISPOSITIONS.find((each) => decided[each] > 0) ?? 'go'];
}
