import type { Command } from 'commander';

/** The options that every command takes. */
export function common(command: Command): Command {
  return command
    .option('--json', 'print one JSON document')
    .option('--rules <dir>', 'use the rules of this folder')
    .option('--site <file>', 'use this clinic.yaml')
    .option('--no-color', 'no colour');
}
