import { EXIT, type ExitCode } from '../exit-code.ts';
import type { GlobalOptions } from '../options.ts';
import { complain, type Terminal } from '../terminal.ts';

export interface InterviewOptions extends GlobalOptions {
  readonly intake?: string;
  readonly asOf?: string;
}

/** Without a terminal there is nobody to ask: says what to do instead. */
export function explainNoTerminal(help: string, terminal: Terminal): ExitCode {
  complain(
    terminal,
    `The interview needs a terminal. To decide answers that stand in a file, run:\n\n  prescreen check FILE\n\n${help}`,
  );
  return EXIT.usage;
}

export async function interview(_options: InterviewOptions, _terminal: Terminal): Promise<ExitCode> {
  throw new Error('later');
}
