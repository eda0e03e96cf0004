import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';

import { paletteFor } from '../../src/cli/colour.ts';
import type { Palette } from '../../src/report/palette.ts';

const streams = { stdin: new PassThrough(), stderr: new PassThrough() };
const stdout = Object.assign(new PassThrough(), { isTTY: true });

/** The colours of a terminal that has them. */
export const COLOURS: Palette = paletteFor(
  { ...streams, stdout, env: {}, now: () => 0, home: '' },
  true,
);

export { stripVTControlCharacters as withoutColour };

/** The lines that are wider than they may be. */
export function tooWide(text: string): string[] {
  return text.split('\n').filter((line) => line.length > 80);
}
