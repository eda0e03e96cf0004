import type { Question } from '../rules/schema/question.ts';
import type { Context } from './context.ts';
import { isOnTheDay } from './context.ts';
import type { Cleared, Verdict } from './evaluate-rule.ts';
import { canBePaused } from './last-dose.ts';
import { fill } from './message.ts';
import { medicineKey } from './medicine-plan.ts';
import { mayBeAsked } from './missing.ts';
import type { ScreenResult } from './result.ts';

/** What is asked, or asked again, on the day, when the screening is on an earlier one. */
export function checksOnTheDay(
  context: Context,
  verdicts: readonly Verdict[],
): ScreenResult['checks_on_the_day'] {
  if (isOnTheDay(context)) return [];
  const { ruleSet } = context.prepared;
  return [
    ...ruleSet.questions
      .filter((question) => isForTheDay(question) && mayBeAsked(question, context))
      .map(({ id, ask }) => ({ fact: id, text: ask })),
    ...lastDoses(verdicts, context),
  ];
}

/** Whether it is asked on the day of those who were screened before it. */
export function isForTheDay({ need, ask_again: again }: Question): boolean {
  return need === 'on-the-day' || again === true;
}

/** That each medicine was paused in time, the longest pause of each. */
function lastDoses(
  verdicts: readonly Verdict[],
  context: Context,
): ScreenResult['checks_on_the_day'] {
  const { wording } = context.prepared.ruleSet;
  const earliest = new Map<string, Cleared>();
  for (const verdict of verdicts) {
    const { medicine } = verdict;
    if (verdict.status !== 'cleared' || !medicine || !canBePaused(context, medicine)) continue;
    const key = medicineKey(medicine);
    const known = earliest.get(key);
    if (!known || verdict.lastDoseBy < known.lastDoseBy) earliest.set(key, verdict);
  }
  return [...earliest.values()].flatMap(({ medicine, lastDoseBy }) =>
    medicine
      ? [
          {
            fact: medicine.given.list,
            text: fill(wording.confirm_last_dose, { lastDoseBy, medicine }, context),
          },
        ]
      : [],
  );
}
