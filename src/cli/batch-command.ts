/** The command for whole files, and its many options. */
import { type Command, Option } from 'commander';

import { LANGUAGES } from '../report/papers/paper-source.ts';
import type { BatchOptions } from './batch/options.ts';
import { common } from './common-options.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export function batchCommand(
  root: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  const command = common(root.command('batch'))
    .description(
      'decide whole files: CSV, TSV, XLSX, JSON, NDJSON, Parquet (- reads standard input)',
    )
    .argument('<file...>')
    .action(async (files: string[], options: BatchOptions) => {
      const { batch } = await import('./commands/batch.ts');
      end(await batch(files, options, terminal));
    });
  outputOptions(command.optionsGroup('What is written:'));
  inputOptions(command.optionsGroup('What is read:'));
  runOptions(command.optionsGroup('The run:'));
}

function outputOptions(command: Command): void {
  command
    .option(
      '--out <file>',
      'where the results go; the name tells the format (- is standard output)',
    )
    .option('--rejects <file>', 'where rejected rows go, with their place and why')
    .option('--report <page>', 'also make a page of the worklist (HTML, for screen and print)')
    .option(
      '--names',
      'name the patients on that page, where the mapping says what they are called',
    )
    .addOption(
      new Option('--language <language>', 'of the patient sheets on that page').choices(LANGUAGES),
    );
}

function inputOptions(command: Command): void {
  command
    .option('--suggest-map', 'print a first mapping for the file, to be reviewed')
    .option('--map <file>', 'how the export names its columns, values, dates and units')
    .option('--medicines <file>', 'a second file, one medicine a row, joined by id')
    .addOption(
      new Option('--format <format>', 'what the input is, if it is not to be recognised').choices([
        'csv',
        'tsv',
        'json',
        'ndjson',
        'xlsx',
        'parquet',
      ]),
    )
    .option('--header-row <line>', 'where the names of the columns stand, if titles are above them')
    .option('--delimiter <char>', 'between cells, if it is not to be recognised')
    .addOption(
      new Option('--encoding <name>', 'of the cells, if it is not to be recognised').choices([
        'utf-8',
        'windows-1252',
      ]),
    );
}

function runOptions(command: Command): void {
  command
    .option('--as-of <time>', 'decide as of this moment instead of screened_at or now')
    .option(
      '--jobs <count>',
      'threads that decide; as many as the machine has, unless the files are small',
    )
    .option('--resume', 'go on with a run of the same files and options that was interrupted')
    .option(
      '--max-reject-share <share>',
      'write nothing when more of the rows are rejected (0.1, 10%)',
    )
    .option(
      '--exit-code',
      'exit 0 for go, 10 for contact-physician, 20 for hold: the most restrictive of all',
    )
    .option('--quiet', 'no progress and no summary');
}
