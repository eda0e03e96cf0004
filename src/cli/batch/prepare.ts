/** Everything that a run needs, from the options: nothing is written yet. */
import type { ScreenResult } from '../../evaluation/result.ts';
import { groundsOf } from '../../evaluation/screen.ts';
import type { SourceText } from '../../source/diagnostic.ts';
import type { Mapping } from '../../batch/mapping/read-mapping.ts';
import { asOf } from '../commands/check.ts';
import { readText } from '../files.ts';
import { type InForce, loadInForce } from '../in-force.ts';
import type { Terminal } from '../terminal.ts';
import { Checkpoint, runKey, type Saved } from './checkpoint.ts';
import { readMedicinesFile } from './medicines-file.ts';
import { type BatchOptions, sourceOptions, targets } from './options.ts';
import type { Targets } from './output.ts';
import { type BatchSettings, mappingOf } from './settings.ts';
import type { SourceOptions } from './source.ts';

export interface Prepared {
  readonly files: readonly string[];
  readonly source: SourceOptions;
  readonly target: Targets;
  readonly inForce: InForce;
  readonly mapping: Mapping | undefined;
  readonly settings: BatchSettings;
  readonly checkpoint: Checkpoint | undefined;
  readonly saved: Saved | undefined;
}

export async function prepare(
  files: readonly string[],
  options: BatchOptions,
  terminal: Terminal,
): Promise<Prepared> {
  const source = sourceOptions(options);
  const target = targets(files, options);
  const inForce = await loadInForce(options, terminal);
  const mappingText = options.map === undefined ? undefined : readText(options.map);
  const mapping = mappingText && mappingOf(mappingText, inForce.ruleSet);
  const medicines =
    options.medicines === undefined
      ? new Map()
      : await readMedicinesFile({ file: options.medicines, source, mapping }, terminal);
  const decisive = { ...target, ruleset: groundsOf(inForce.screener), mapping: mappingText };
  const checkpoint = checkpointFor(files, options, decisive, terminal);
  const goesOn = options.resume === true && checkpoint?.exists === true;
  const saved = goesOn ? checkpoint.read() : undefined;
  if (!saved) checkpoint?.remove();
  const settings: BatchSettings = {
    force: forceOf(options),
    asOf: asOf(options, inForce),
    now: saved?.now ?? terminal.now(),
    output: target.output,
    medicines,
    mapping: mappingText,
    hasPage: options.report !== undefined,
  };
  return { files, source, target, inForce, mapping, settings, checkpoint, saved };
}

function forceOf({ rules, site }: BatchOptions): BatchSettings['force'] {
  return { ...(rules === undefined ? {} : { rules }), ...(site === undefined ? {} : { site }) };
}

interface Decisive extends Targets {
  readonly ruleset: ScreenResult['ruleset'];
  readonly mapping: SourceText | undefined;
}

/** Only of runs that can go on: from files, to files. */
function checkpointFor(
  files: readonly string[],
  options: BatchOptions,
  told: Decisive,
  terminal: Terminal,
): Checkpoint | undefined {
  if (told.out === '-' || files.includes('-')) return undefined;
  const { jobs: _jobs, quiet: _quiet, resume: _resume, json: _json, ...decisive } = options;
  const read = options.medicines === undefined ? files : [...files, options.medicines];
  return new Checkpoint(told.out, runKey(read, [decisive, told]), terminal.now);
}
