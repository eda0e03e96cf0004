/** The commands on what was screened. */
import { type Command, Option } from 'commander';

import type { AddOptions } from './commands/records-add.ts';
import type { KeygenOptions } from './commands/records-keygen.ts';
import type { ListOptions } from './commands/records-list.ts';
import type { ShowOptions } from './commands/records-show.ts';
import type { RecordsOptions } from './commands/records-verify.ts';
import { common } from './common-options.ts';
import type { ExitCode } from './exit-code.ts';
import { paperFlags } from './papers/paper-flags.ts';
import type { Terminal } from './terminal.ts';

export function recordsCommands(
  root: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  const records = root.command('records').description('what was screened: find, read, verify');
  kept(records.command('list'))
    .description('the screenings that were saved, the latest first')
    .option('--id <id>', 'of this patient or appointment')
    .option('--by <name>', 'screened by this person')
    .addOption(
      new Option('--disposition <which>', 'that came to this').choices([
        'go',
        'contact-physician',
        'hold',
      ]),
    )
    .option('--since <day>', 'saved on this day or later')
    .option('--until <day>', 'saved on this day or earlier')
    .option('--procedure-on <day>', 'for a procedure on this day')
    .action(async (options: ListOptions) => {
      const { listRecords } = await import('./commands/records-list.ts');
      end(await listRecords(options, terminal));
    });
  paperFlags(kept(records.command('show')), ['json'])
    .description('a record: the result, the answers, the calls and what was decided otherwise')
    .argument('<id>', 'its id, or its number')
    .action(async (id: string, options: ShowOptions) => {
      const { showRecord } = await import('./commands/records-show.ts');
      end(await showRecord(id, options, terminal));
    });
  additionCommand(records, terminal, end);
  kept(records.command('verify'))
    .description('whether every record is there and unchanged')
    .argument('[id...]', 'ids copied elsewhere, which must be among them')
    .action(async (ids: string[], options: RecordsOptions) => {
      const { verifyRecords } = await import('./commands/records-verify.ts');
      end(await verifyRecords(ids, options, terminal));
    });
  kept(records.command('replay'))
    .description('decide again by the rules of that day, and compare byte for byte')
    .argument('[id...]', 'these only')
    .action(async (ids: string[], options: RecordsOptions) => {
      const { replayRecords } = await import('./commands/records-replay.ts');
      end(await replayRecords(ids, options, terminal));
    });
}

function additionCommand(
  records: Command,
  terminal: Terminal,
  end: (code: ExitCode) => void,
): void {
  const one = (flags: string, description: string, choices: readonly string[]): Option =>
    new Option(flags, description).choices(choices);
  kept(records.command('add'))
    .description('add to a screening what came after it: a call, a read-back, another decision')
    .argument('<id>', 'its id, or its number')
    .addOption(one('--attempt <outcome>', 'a call', ['reached', 'no-answer', 'left-message']))
    .addOption(
      one('--spoke-with <whom>', 'who answered it', ['patient', 'family', 'caregiver', 'other']),
    )
    .addOption(
      one('--teach-back <answer>', 'whether the patient said the instructions back', ['yes', 'no']),
    )
    .option('--read-back-by <name>', 'the physician who repeated what was told')
    .addOption(
      one('--override <disposition>', 'what a physician decided otherwise', [
        'go',
        'contact-physician',
        'hold',
      ]),
    )
    .option('--reason <code>', 'why: a code of the site file')
    .option('--decided-by <name>', 'the physician')
    .option('--comment <text>', 'why, in words')
    .option('--at <time>', 'when that was, if not now')
    .option('--by <name>', 'who adds it')
    .action(async (id: string, options: AddOptions) => {
      const { addToRecord } = await import('./commands/records-add.ts');
      end(await addToRecord(id, options, terminal));
    });
  records
    .command('keygen')
    .description('make a key of age, for which records can be encrypted')
    .requiredOption('--out <file>', 'where the private key goes')
    .option('--passphrase', 'lock that file with a passphrase')
    .option('--json', 'print one JSON document')
    .action(async (options: KeygenOptions) => {
      const { makeKey } = await import('./commands/records-keygen.ts');
      end(await makeKey(options, terminal));
    });
}

/** The options of every command on records. */
function kept(command: Command): Command {
  return common(command)
    .option('--records <dir>', 'the folder of records')
    .option('--identity <file>', 'the key of age that opens encrypted records');
}
