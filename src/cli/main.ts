import { diagnosticsText } from '../report/diagnostics-text.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { program, usageCode } from './program.ts';
import { complain, type Terminal } from './terminal.ts';
import { Trouble } from './trouble.ts';

/** Runs one command line; the only place where errors end. */
export async function main(argv: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  try {
    await program(terminal, (end) => (code = end)).parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    const usage = usageCode(error);
    if (usage !== undefined) return usage;
    if (error instanceof Trouble) {
      complain(terminal, `${error.message}\n`);
      if (error.diagnostics.length > 0) complain(terminal, diagnosticsText(error.diagnostics));
      return error.exitCode;
    }
    if (error instanceof Error && error.name === 'ExitPromptError') return EXIT.interrupted;
    complain(terminal, internalError(error, terminal));
    return EXIT.failed;
  }
}

/** A bug of ours: said plainly, with the trace only for those who ask for it. */
function internalError(error: unknown, { env }: Terminal): string {
  const trace =
    env['PRESCREEN_TRACE'] === '1' && error instanceof Error ? `\n${error.stack ?? ''}` : '';
  return `prescreen failed: this is a fault of the program, not of your input.\nSet PRESCREEN_TRACE=1 and run it again to see where.${trace}`;
}
