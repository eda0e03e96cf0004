import type { Palette } from '../../report/palette.ts';
import type { Asker } from './asker.ts';
import { keyPrompt } from './key-prompt.ts';
import { linePrompt } from './line-prompt.ts';
import { rowsPrompt } from './rows-prompt.ts';
import { TypedWord } from './typed-word.ts';

const PROMPTS = { keys: keyPrompt, list: keyPrompt, line: linePrompt, rows: rowsPrompt };
const FEWEST_ROWS = 24;

/** Asks on a terminal that can redraw: single keys act at once, and what is typed is explained as it is typed. */
export function redrawingAsker(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream & { readonly rows?: number },
  palette: Palette,
): Asker {
  const word = new TypedWord(() => performance.now());
  return (ask) => {
    const config = { ask, palette, rows: output.rows ?? FEWEST_ROWS, word };
    return PROMPTS[ask.kind](config, { input, output, clearPromptOnDone: true });
  };
}
