import type { PreparedRules } from '../../evaluation/context.ts';
import type { Span } from '../../source/diagnostic.ts';
import type { Line } from '../table-lines.ts';
import type { Trial } from '../trials.ts';
import type { Unit } from '../unit.ts';

/** Kinds of things that examples and cases show, in the order in which they are counted. */
export const TARGET_KINDS = {
  verdicts: 'rules and definitions, holding and not',
  conditions: 'conditions, met and not met',
  decisions: 'conditions deciding alone (MC/DC), met and not met',
  thresholds: 'sides of thresholds, within one unit',
  values: 'values that a condition names',
  states: 'states of answers that are read',
  lines: 'names and words of table lines',
  boundaries: 'sides of the times in table lines, within one unit',
} as const;

export type TargetKind = keyof typeof TARGET_KINDS;

export type AnswerState = 'answered' | 'unknown' | 'declined' | 'not-asked';

/** One thing that some example or case has to show. */
export interface Target {
  readonly kind: TargetKind;
  /** The rule, the definition or the table. */
  readonly of: string;
  /** "`last_drink.kind: clear` is met". */
  readonly says: string;
  readonly span: Span;
  readonly shows: (trial: Trial) => boolean;
  readonly want: Want;
}

/** What kind of patient would show it. */
type Want =
  /** One with this outcome. */
  | { readonly is: 'outcome'; readonly unit: Unit; readonly outcome: string }
  /** One of whom the two say different things. */
  | { readonly is: 'apart'; readonly unit: Unit; readonly other: Unit }
  /** One whose answer is in this state where it is read. */
  | { readonly is: 'state'; readonly unit: Unit; readonly fact: string; readonly state: AnswerState }
  /** One who takes this, where the line of the table makes a difference. */
  | { readonly is: 'line'; readonly line: Line; readonly other: () => PreparedRules };
