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
  /** Whether its conditions were found to differ at all, patients of flesh and blood or not. */
  readonly differs: boolean;
  readonly because?: string;
  /** The span of days in which it is one, where the rules differ by the day. */
  readonly during?: string;
}
