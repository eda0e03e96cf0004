import type { RuleBody } from '../../rules/rule-set.ts';
import { type Day, parseDay } from '../../time/day.ts';

/** Whether a rule was to be reviewed before the day. */
export function isPastReview(
  { review_by: date }: Pick<RuleBody, 'review_by'>,
  today: Day,
): boolean {
  const due = parseDay(date);
  return due === undefined || due < today;
}
