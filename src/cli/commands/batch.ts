import type { SourceShape } from '../../batch/decide-rows.ts';
import type { Tally } from '../../batch/tally.ts';
import { batchObject, type BatchSummary, batchText } from '../../report/batch-text.ts';
import { Checkpoint, runKey } from '../batch/checkpoint.ts';
import { inputFiles } from '../batch/input-files.ts';
import { jobsFor } from '../batch/jobs.ts';
import { checkHeader } from '../batch/mapping-file.ts';
import { readMedicinesFile } from '../batch/medicines-file.ts';
import { type BatchOptions, sourceOptions, targets } from '../batch/options.ts';
import { Rejects, Results, type Targets } from '../batch/output.ts';
import { Progress } from '../batch/progress.ts';
import { type Decides, runBatch } from '../batch/run-batch.ts';
import { type BatchSettings, deciderOf, mappingOf } from '../batch/settings.ts';
import { suggestFor } from '../batch/suggest.ts';
import { Workers } from '../batch/workers.ts';
import type { SourceText } from '../../source/diagnostic.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { readText } from '../files.ts';
import { type InForce, loadInForce } from '../in-force.ts';
import { complain, print, type Terminal } from '../terminal.ts';
import { asOf } from './check.ts';

/** Decides whole files: every row is decided, or rejected with its place and why. */
export async function batch(
  patterns: readonly string[],
  options: BatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const source = sourceOptions(options);
  const files = inputFiles(patterns);
  if (options.suggestMap === true) return suggest(files, options, terminal);
  const target = targets(files, options);
  const inForce = await loadInForce(options, terminal);
  const { site, screener, ruleSet } = inForce;
  const mapping = options.map === undefined ? undefined : readText(options.map);
  const columns = mapping && mappingOf(mapping, ruleSet);
  const medicines =
    options.medicines === undefined
      ? new Map()
      : await readMedicinesFile({ file: options.medicines, source, mapping: columns }, terminal);
  const checkpoint = checkpointFor(
    files,
    options,
    { ...target, digest: screener.digest, mapping },
    terminal,
  );
  const saved =
    options.resume === true && checkpoint?.exists === true ? checkpoint.read() : undefined;
  if (!saved) checkpoint?.remove();
  const settings: BatchSettings = {
    force: forceOf(options),
    asOf: asOf(options, inForce),
    now: saved?.now ?? terminal.now(),
    output: target.output,
    medicines,
    mapping,
    page: options.report === undefined ? undefined : options.names === true ? 'names' : 'ids',
  };
  const facts = new Set(ruleSet.questions.map(({ id }) => id));
  const jobs = jobsFor(options.jobs, files);
  const workers =
    jobs === 1
      ? undefined
      : new Workers(jobs, { home: terminal.home, settings, digest: screener.digest });
  try {
    const rejects = new Rejects(target.rejects, saved?.rejects);
    const ran = await runBatch(
      {
        files,
        source,
        look: (shape: SourceShape) => columns && checkHeader(shape, columns, facts),
        decides: workers ?? oneThread(settings, inForce),
        results: new Results(target, terminal, saved?.results),
        rejects,
        page:
          options.report === undefined
            ? undefined
            : { path: options.report, clinic: site.name, zone: screener.zone },
        progress: new Progress(terminal, options.quiet !== true),
        maxRejectShare: target.maxRejectShare,
        checkpoint,
        saved,
        now: settings.now,
      },
      terminal,
    );
    const unmatched = [...medicines.keys()].filter((id) => !ran.joined.has(id)).length;
    tell(
      {
        ...ran,
        unmatched,
        out: target.out === '-' ? undefined : target.out,
        rejects: rejects.paths,
      },
      options,
      terminal,
    );
    if (ran.tally.rejected > 0 || unmatched > 0) return EXIT.rejected;
    return options.exitCode === true ? codeOf(ran.tally) : EXIT.done;
  } finally {
    await workers?.end();
  }
}

/** Only of runs that can go on: from files, to files that grow line by line. */
function checkpointFor(
  files: readonly string[],
  options: BatchOptions,
  told: Targets & { readonly digest: string; readonly mapping: SourceText | undefined },
  terminal: Terminal,
): Checkpoint | undefined {
  if (
    told.out === '-' ||
    told.output === 'cells' ||
    files.includes('-') ||
    options.report !== undefined
  )
    return undefined;
  const { jobs: _jobs, quiet: _quiet, resume: _resume, json: _json, ...decisive } = options;
  const read = options.medicines === undefined ? files : [...files, options.medicines];
  return new Checkpoint(told.out, runKey(read, [decisive, told]), terminal.now);
}

function oneThread(settings: BatchSettings, inForce: InForce): Decides {
  const decider = deciderOf(settings, inForce);
  return { decide: (rows) => decider.decide(rows), atOnce: 1 };
}

function forceOf({ rules, site }: BatchOptions): BatchSettings['force'] {
  return { ...(rules === undefined ? {} : { rules }), ...(site === undefined ? {} : { site }) };
}

async function suggest(
  [file = '-']: readonly string[],
  options: BatchOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { ruleSet } = await loadInForce(options, terminal);
  print(terminal, await suggestFor(file, sourceOptions(options), ruleSet, terminal));
  return EXIT.done;
}

function tell(summary: BatchSummary, options: BatchOptions, terminal: Terminal): void {
  if (options.json === true) print(terminal, JSON.stringify(batchObject(summary), null, 2));
  if (options.quiet !== true && options.json !== true) complain(terminal, batchText(summary));
}

function codeOf({ decided }: Tally): ExitCode {
  if (decided.hold > 0) return EXIT.hold;
  return decided['contact-physician'] > 0 ? EXIT.contactPhysician : EXIT.done;
}
