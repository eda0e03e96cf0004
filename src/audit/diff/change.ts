import type { Transition } from './transitions.ts';

/**
 * What became of one rule, or of one question being required. `cosmetic`: proved that the rule gives no patient
 * another disposition or urgency. `words`: proved likewise, but what is said does change.
 */
export interface Change {
  readonly id: string;
  readonly verdict: 'changes' | 'words' | 'cosmetic' | 'not-proved';
  readonly transitions: readonly Transition[];
  /** How many kinds of patients were told apart. */
  readonly regions: number;
  readonly because?: string;
  /** The lines that were tried, where it is no rule's doing but that of how lines are read. */
  readonly tried?: number;
  /** The span of days in which it is one, where the rules differ by the day. */
  readonly during?: string;
}
