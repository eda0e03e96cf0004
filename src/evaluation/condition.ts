/** Decides conditions in three-valued logic over what was answered and what was not. */
import type { Truth } from '../logic/truth.ts';
import type { Condition } from '../rules/condition.ts';
import type { Context, Quiet, Scope } from './context.ts';

/** How a missing answer is taken inside a negation. */
export const FLIPPED = {
  open: 'open',
  favourable: 'unfavourable',
  unfavourable: 'favourable',
} as const;

export function evaluate(
  condition: Condition,
  context: Context,
  scope: Scope,
  quiet: Quiet = 'open',
): Truth {
  return context.prepared.deciderOf(condition)(context, scope, quiet);
}

/** For conditions that no rule asks. */
export const NO_NEEDS: Scope = { needs: new Set() };
