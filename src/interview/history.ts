import type { HistoryEntry, InterviewState } from './state.ts';

/** The state with what became of its answers since the one before added to its history. */
export function withHistory(
  before: InterviewState,
  after: InterviewState,
  at: string,
): InterviewState {
  if (before.answers === after.answers) return after;
  const given = Object.entries(after.answers)
    .filter(([fact, value]) => !isSame(value, before.answers[fact]))
    .map(([fact, value]): HistoryEntry => ({ at, fact, value }));
  const withdrawn = Object.keys(before.answers)
    .filter((fact) => !(fact in after.answers))
    .map((fact): HistoryEntry => ({ at, fact }));
  if (given.length + withdrawn.length === 0) return after;
  return { ...after, history: [...after.history, ...given, ...withdrawn] };
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
