/** Lets a patient of whom much is still open answer a test in the place of the evaluation. */
import type { Around } from '../../evaluation/condition-deciders.ts';
import type { Context, Quiet, Scope } from '../../evaluation/context.ts';
import type { TestCondition } from '../../evaluation/partial-truth.ts';
import type { Truth } from '../../logic/truth.ts';

export interface OpenContext extends Context {
  /** The truth of a test on what is open; undefined leaves it to the evaluation. */
  readonly decides: (condition: TestCondition, scope: Scope, quiet: Quiet) => Truth | undefined;
}

export const openly: Around = (condition, decide) => (context, scope, quiet) =>
  (isOpen(context) ? context.decides(condition, scope, quiet) : undefined) ??
  decide(context, scope, quiet);

function isOpen(context: Context): context is OpenContext {
  return 'decides' in context;
}
