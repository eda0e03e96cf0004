import type { ExitCode } from '../exit-code.ts';
import type { GlobalOptions } from '../options.ts';
import type { Terminal } from '../terminal.ts';
export interface QuestionsOptions extends GlobalOptions {
  readonly format: 'text' | 'csv-template' | 'json-schema';
}
export async function questions(_options: QuestionsOptions, _terminal: Terminal): Promise<ExitCode> {
  throw new Error('later');
}
