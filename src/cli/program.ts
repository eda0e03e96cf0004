/** The commands and their options; what a command does is loaded only when it runs. */
import { Command, CommanderError, Option } from 'commander';

import { batchCommand } from './batch-command.ts';
import type { CheckOptions } from './commands/check.ts';
import type { InterviewOptions } from './commands/interview.ts';
import type { QuestionsOptions } from './commands/questions.ts';
import type { ImportOptions } from './commands/vocabulary-import.ts';
import { common } from './common-options.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { didYouMean } from '../source/suggest.ts';
import type { GlobalOptions } from './options.ts';
import { paperFlags } from './papers/paper-flags.ts';
import { recordsCommands } from './records-commands.ts';
import { rulesCommands } from './rules-commands.ts';
import type { Terminal } from './terminal.ts';
import { VERSION } from './version.ts';

/** Receives the exit code of the command that ran. */
type End = (code: ExitCode) => void;

export function program(terminal: Terminal, end: End): Command {
  const root = rootCommand(terminal, end);
  for (const add of COMMANDS) add(root, terminal, end);
  return root;
}

/** In the order of the help. */
const COMMANDS: readonly ((root: Command, terminal: Terminal, end: End) => void)[] = [
  interviewCommand,
  checkCommand,
  batchCommand,
  drugsCommand,
  questionsCommand,
  rulesCommands,
  recordsCommands,
  vocabularyCommands,
  initCommand,
];

function rootCommand(terminal: Terminal, end: End): Command {
  const root = new Command('prescreen')
    .description(
      'Pre-procedure screen for cervical spine injections: GO, CONTACT PHYSICIAN or HOLD.',
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.stdout.write(text),
      writeErr: (text) => terminal.stderr.write(text),
      getOutHelpWidth: () => 80,
      getErrHelpWidth: () => 80,
    })
    .showHelpAfterError('(see prescreen --help)')
    .allowExcessArguments()
    .action(async () => {
      const [word] = root.args;
      if (word !== undefined) refuse(root, word);
      if (terminal.stdin.isTTY !== true || terminal.stdout.isTTY !== true) {
        const { explainNoTerminal } = await import('./commands/interview.ts');
        return end(explainNoTerminal(root.helpInformation(), terminal));
      }
      const { interview } = await import('./commands/interview.ts');
      return end(await interview({}, terminal));
    });
  return root;
}

function interviewCommand(root: Command, terminal: Terminal, end: End): void {
  common(root.command('interview'))
    .description('ask on the terminal what is not answered yet, review, decide')
    .option('--intake <file>', 'start from the answers of this JSON or YAML file')
    .option('--as-of <time>', 'screen as of this moment instead of now')
    .option('--record <id>', 'take up a screening that was recorded: the checks of the day')
    .option('--records <dir>', 'the folder of records')
    .option('--identity <file>', 'the key of records that are encrypted, with --record')
    .option('--by <name>', 'who screens (or PRESCREEN_BY)')
    .option('--plain', 'plain lines, for a screen reader (or PRESCREEN_PLAIN=1)')
    .action(async (options: InterviewOptions) => {
      const { interview } = await import('./commands/interview.ts');
      end(await interview(options, terminal));
    });
}

function checkCommand(root: Command, terminal: Terminal, end: End): void {
  paperFlags(common(root.command('check')))
    .description('decide the intakes of JSON or YAML files (- reads standard input)')
    .argument('<file...>')
    .option('--as-of <time>', 'decide as of this moment instead of screened_at or now')
    .option('--exit-code', 'exit 0 for go, 10 for contact-physician, 20 for hold')
    .option('--full', 'print the aftercare, the notes and the questions for the day in full')
    .option('--save', 'keep a record of each screening')
    .option('--records <dir>', 'the folder of records, with --save')
    .option('--by <name>', 'who screens, with --save')
    .action(async (files: string[], options: CheckOptions) => {
      const { check } = await import('./commands/check.ts');
      end(await check(files, options, terminal));
    });
}

function drugsCommand(root: Command, terminal: Terminal, end: End): void {
  common(root.command('drugs'))
    .description('what a medicine is, which rules concern it, and its holds')
    .argument('<name...>')
    .action(async (names: string[], options: GlobalOptions) => {
      const { drugs } = await import('./commands/drugs.ts');
      end(await drugs(names, options, terminal));
    });
}

function questionsCommand(root: Command, terminal: Terminal, end: End): void {
  common(root.command('questions'))
    .description('the questionnaire, for people and for machines')
    .addOption(
      new Option('--format <format>', 'how to print it')
        .choices(['text', 'csv-template', 'json-schema', 'fhir'])
        .default('text'),
    )
    .action(async (options: QuestionsOptions) => {
      const { questions } = await import('./commands/questions.ts');
      end(await questions(options, terminal));
    });
}

function vocabularyCommands(root: Command, terminal: Terminal, end: End): void {
  const vocabulary = root
    .command('vocabulary')
    .description('names of your own, beside the formulary');
  common(vocabulary.command('import'))
    .description('make a file of names from a release of RxNorm, for `vocabulary:` in clinic.yaml')
    .argument('<rxnconso>', 'RXNCONSO.RRF of the release')
    .requiredOption('--relations <file>', 'RXNREL.RRF of the same release')
    .requiredOption('--out <file>', 'where the names go (.json)')
    .action(async (names: string, options: ImportOptions) => {
      const { importVocabulary } = await import('./commands/vocabulary-import.ts');
      end(await importVocabulary(names, options, terminal));
    });
}

function initCommand(root: Command, terminal: Terminal, end: End): void {
  root
    .command('init')
    .description('make a site folder of your own: clinic.yaml and a copy of the rules')
    .argument('<dir>')
    .action(async (folder: string) => {
      const { init } = await import('./commands/init.ts');
      end(init(folder, terminal));
    });
}

/** Ends with what may have been meant instead of a command that there is not. */
function refuse(root: Command, word: string): never {
  const { help } = didYouMean(
    word,
    root.commands.map((each) => each.name()),
  );
  root.error(`error: there is no command \`${word}\`${help === undefined ? '' : `; ${help}`}`);
}

/** What commander ends with: help and version are done, anything else is wrong usage. */
export function usageCode(error: unknown): ExitCode | undefined {
  if (!(error instanceof CommanderError)) return undefined;
  return error.exitCode === 0 ? EXIT.done : EXIT.usage;
}
