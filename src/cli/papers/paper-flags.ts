import { type Command, Option } from 'commander';

import { LANGUAGES, PAPER_KINDS } from '../../report/papers/paper-source.ts';

/** The options with which a command prints a paper of a patient; `others` are forms of its own. */
export function paperFlags(command: Command, others: readonly string[] = []): Command {
  return command
    .addOption(
      new Option(
        '--as <paper>',
        'print a paper of the patient instead: for chart, physician, patient',
      ).choices([...PAPER_KINDS, ...others]),
    )
    .addOption(
      new Option('--language <language>', 'of what the patient is given').choices(LANGUAGES),
    )
    .option(
      '--out <file>',
      'where the paper goes (.txt; the patient sheet also .html or .pdf; .ics)',
    );
}
