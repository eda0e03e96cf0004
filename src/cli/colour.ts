import { Chalk } from 'chalk';

import { type Palette, PLAIN } from '../report/palette.ts';
import type { Terminal } from './terminal.ts';

/** Colour on a terminal that can show it, and never where NO_COLOR or --no-color asks for none. */
export function paletteFor({ stdout, env }: Terminal, wanted: boolean): Palette {
  const none =
    !wanted || stdout.isTTY !== true || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  if (none) return PLAIN;
  const chalk = new Chalk({ level: 1 });
  return {
    stop: chalk.bold.red,
    caution: chalk.bold.yellow,
    go: chalk.bold.green,
    heading: chalk.bold,
    quiet: chalk.dim,
  };
}
