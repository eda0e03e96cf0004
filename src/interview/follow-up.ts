/** Takes up a screening again: on the day, what is checked on the day is asked, and the rest stands. */
import type { ScreenResult } from '../evaluation/result.ts';
import { canonicalJson } from '../rules/canonical.ts';
import type { Question } from '../rules/schema/question.ts';
import { readBack } from '../time/parse-time.ts';
import { type Admitted, admitIntake, isForTheDay, withoutChanged, withoutStale } from './admit.ts';
import { withHistory } from './history.ts';
import type { Tools } from './standing.ts';
import { type InterviewState, NOTHING_ASKED, withSettled } from './state.ts';

/** What is needed of the screening that is taken up. */
export interface FirstScreening {
  readonly id: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly notes: Readonly<Record<string, string>>;
  /** The questions as they were put. */
  readonly questions: readonly {
    readonly id: string;
    readonly ask: string;
    readonly choices?: Readonly<Record<string, string>> | undefined;
  }[];
  readonly result: ScreenResult;
}

export function takeUp(first: FirstScreening, tools: Tools): Admitted {
  const { zone } = tools.screener;
  const given = admitIntake(first.answers, tools);
  const before = withHistory(
    NOTHING_ASKED,
    {
      ...passedOver(given.state, tools),
      notes: first.notes,
      follows: { record: first.id, result: first.result },
    },
    first.result.evaluated_at,
  );
  const current = withoutChanged(before, changedSince(first, tools));
  const fresh = withoutStale(current.state, readBack(first.result.evaluated_at), tools);
  return {
    state: withHistory(before, fresh.state, zone.format(tools.now)),
    said: [...given.said, ...current.said, ...fresh.said],
  };
}

/** What may be left out and was left out then is not asked now, unless it is for the day. */
function passedOver(state: InterviewState, { screener }: Tools): InterviewState {
  return screener.prepared.ruleSet.questions
    .filter((question) => question.need === 'optional' && !isForTheDay(question))
    .filter(({ id }) => !(id in state.answers))
    .reduce((left, { id }) => withSettled(left, id), state);
}

/** Questions that are now put otherwise, or not at all. */
function changedSince({ questions }: FirstScreening, { screener }: Tools): readonly string[] {
  return questions
    .filter(({ id, ask, choices }) => {
      const now: Question | undefined = screener.prepared.questions.get(id);
      const nowChoices = now && 'choices' in now ? now.choices : undefined;
      return (
        now?.ask !== ask || canonicalJson(nowChoices ?? null) !== canonicalJson(choices ?? null)
      );
    })
    .map(({ id }) => id);
}
