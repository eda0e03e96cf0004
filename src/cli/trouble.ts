import type { Diagnostic } from '../source/diagnostic.ts';
import type { ExitCode } from './exit-code.ts';
import { EXIT } from './exit-code.ts';

/** What a user did or wrote cannot be used: ends a command with a message and, where there are any, the places. */
export class Trouble extends Error {
  readonly exitCode: ExitCode;
  readonly diagnostics: readonly Diagnostic[];

  constructor(
    message: string,
    diagnostics: readonly Diagnostic[] = [],
    exitCode: ExitCode = EXIT.usage,
  ) {
    super(message);
    this.name = 'Trouble';
    this.diagnostics = diagnostics;
    this.exitCode = exitCode;
  }
}
