import type { Question } from '../rules/schema/question.ts';
import { withNote } from './notes.ts';
import { type Standing, standingOf, type Tools } from './standing.ts';
import { isMoot } from './steps.ts';
import { type InterviewState, isAnswered, withoutAnswers } from './state.ts';

export interface Pruned {
  readonly state: InterviewState;
  /** The questions whose answers were taken away, with what the answers were. */
  readonly removed: readonly {
    readonly question: Question;
    readonly value: unknown;
    readonly note?: string;
  }[];
}

/** Takes away answers to questions that no longer concern the patient, and those that hung on them. */
export function prune(state: InterviewState, tools: Tools): Pruned {
  const standing = standingOf(state, tools);
  const moot = standing ? mootQuestions(state, standing) : [];
  if (moot.length === 0) return { state, removed: [] };
  const answered = withoutAnswers(
    state,
    moot.map(({ id }) => id),
  );
  const rest = prune(
    moot.reduce((left, { id }) => withNote(left, id, ''), answered),
    tools,
  );
  const removed = moot.map((question) => {
    const note = state.notes[question.id];
    return { question, value: state.answers[question.id], ...(note === undefined ? {} : { note }) };
  });
  return { state: rest.state, removed: [...removed, ...rest.removed] };
}

function mootQuestions(state: InterviewState, standing: Standing): Question[] {
  return standing.context.prepared.ruleSet.questions.filter(
    (question) => isAnswered(state, question.id) && isMoot(question, standing),
  );
}
