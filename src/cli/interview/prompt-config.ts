import type { Ask } from '../../interview/ask/ask.ts';
import type { Palette } from '../../report/palette.ts';
import type { TypedWord } from './typed-word.ts';

export interface PromptConfig {
  readonly ask: Ask;
  readonly palette: Palette;
  /** Of the terminal. */
  readonly rows: number;
  /** The key that answered the question before; none where that does not matter. */
  readonly word?: TypedWord;
}

/** Why a reply was refused, as a line below the prompt. */
export function complaint(message: string | undefined, palette: Palette): string {
  return message === undefined ? '' : `  ${palette.caution(`! ${message}`)}`;
}
