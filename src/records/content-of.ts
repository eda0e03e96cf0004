import type { ScreenResult } from '../evaluation/result.ts';
import { type CallLog, NO_CALL } from '../interview/call-log.ts';
import type { HistoryEntry } from '../interview/state.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { askedQuestions } from './asked-questions.ts';
import { flatAnswers } from './flat-answers.ts';
import type { ScreeningContent } from './record.ts';

/** A screening that was decided, and what is known of the call. */
export interface Decided {
  /** In the form of an intake, as `check` has read them. */
  readonly answers: unknown;
  readonly result: ScreenResult;
  readonly history?: readonly HistoryEntry[];
  readonly notes?: Readonly<Record<string, string>>;
  readonly call?: CallLog;
}

/** What the record of a screening holds; `by` screened, with this version of the program. */
export function contentOf(
  { answers: given, result, history = [], notes = {}, call = NO_CALL }: Decided,
  ruleSet: RuleSet,
  { by, version }: { readonly by: string; readonly version: string },
): ScreeningContent {
  const answers = flatAnswers(given, ruleSet);
  return {
    tool_version: version,
    screened_by: by,
    questions: [...askedQuestions(ruleSet, answers, result)],
    answers,
    history: [...history],
    notes,
    result,
    call,
    overrides: [],
  };
}
