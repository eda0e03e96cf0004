/** Questions that are asked as one list first: what its ticks mean for the answers, which stay one to each question. */
import type { Group } from '../rules/schema/rule-file.ts';
import {
  type InterviewState,
  isAnswered,
  withAnswer,
  withoutAnswers,
  withSettled,
} from './state.ts';

const LEFT_OPEN: ReadonlySet<unknown> = new Set(['unknown', 'declined']);

/** Whether the list was answered in this call. */
export function isListAsked({ id }: Group, { settled }: InterviewState): boolean {
  return settled.includes(settledName(id));
}

function settledName(id: string): string {
  return `group.${id}`;
}

/** Whether an answer is one that the list gives without asking further. */
export function isPlain({ none }: Group, fact: string, { answers }: InterviewState): boolean {
  return answers[fact] === none || LEFT_OPEN.has(answers[fact]);
}

/** Rows that are ticked so far: what was ticked and is yet to be asked, and answers other than no. */
export function tickedRows(
  group: Group,
  rows: readonly string[],
  state: InterviewState,
): readonly string[] {
  if (leftOpen(rows, state) !== undefined) return [];
  const isAsked = isListAsked(group, state);
  return rows.filter((fact) =>
    isAnswered(state, fact) ? state.answers[fact] !== group.none : isAsked,
  );
}

/** `unknown` or `declined` where that is the answer to every row. */
export function leftOpen(rows: readonly string[], { answers }: InterviewState): unknown {
  const [value, ...others] = new Set(rows.map((fact) => answers[fact]));
  return others.length === 0 && LEFT_OPEN.has(value) ? value : undefined;
}

/** An answer to the list: the rows that are ticked, or that none of it is known. What is newly ticked is yet to ask. */
export function withTicked(
  group: Group,
  rows: readonly string[],
  { state, value }: { readonly state: InterviewState; readonly value: unknown },
): InterviewState {
  const before = tickedRows(group, rows, state);
  const ticked: readonly unknown[] = Array.isArray(value) ? value : [];
  const answered = rows.reduce((after, fact) => {
    if (LEFT_OPEN.has(value)) return withAnswer(after, fact, value);
    if (!ticked.includes(fact)) return withAnswer(after, fact, group.none);
    return before.includes(fact) ? after : withoutAnswers(after, [fact]);
  }, state);
  return withSettled(answered, settledName(group.id));
}
