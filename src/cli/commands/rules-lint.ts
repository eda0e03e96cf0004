import type { ExitCode } from '../exit-code.ts';
import type { GlobalOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
export async function lintRules(_options: GlobalOptions, _terminal: Terminal): Promise<ExitCode> {
  throw new Error('later');
}
