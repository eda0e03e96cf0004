import type { Writable } from 'node:stream';

import type { Palette } from '../../report/palette.ts';
import { paletteFor } from '../colour.ts';
import { signsOf, withShownSigns } from '../console-signs.ts';
import type { Terminal } from '../terminal.ts';
import type { Asker } from './asker.ts';
import { plainAsker } from './plain-asker.ts';
import { redrawingAsker } from './redrawing-asker.ts';

/** Where the interview is held. */
export interface Surface {
  /** The terminal, with the talk on its standard output. */
  readonly terminal: Terminal;
  readonly asker: Asker;
  readonly say: (text: string) => void;
  readonly palette: Palette;
}

export interface SurfaceOptions {
  readonly json?: boolean;
  readonly color?: boolean;
  /** Plain lines, whatever the terminal can do. */
  readonly plain?: boolean;
}

/** With --json, standard output is kept for the result and the talk goes to standard error. */
function talkStream(
  { json }: SurfaceOptions,
  { stdout, stderr }: Terminal,
): Writable & { readonly isTTY?: boolean } {
  return json === true ? stderr : stdout;
}

/** Whether there is somebody to ask. */
export function canAsk(options: SurfaceOptions, terminal: Terminal): boolean {
  return terminal.stdin.isTTY === true && talkStream(options, terminal).isTTY === true;
}

/** Plain lines on a terminal that cannot redraw, and where --plain or PRESCREEN_PLAIN asks for them, as with a screen reader. */
export function surfaceOf(options: SurfaceOptions, terminal: Terminal): Surface {
  const output = withShownSigns(talkStream(options, terminal), signsOf(terminal.env));
  const palette = paletteFor({ ...terminal, stdout: output }, options.color !== false);
  const { env } = terminal;
  const isPlain =
    options.plain === true || env['TERM'] === 'dumb' || (env['PRESCREEN_PLAIN'] ?? '') !== '';
  return {
    terminal: { ...terminal, stdout: output },
    asker: isPlain
      ? plainAsker(terminal.stdin, output)
      : redrawingAsker(terminal.stdin, output, palette),
    say: (text) => void output.write(`${text}\n`),
    palette,
  };
}
