import { type Task, workOf } from '../batch/worklist.ts';
import type { ScreenResult } from '../evaluation/result.ts';

const WORDS: Readonly<Record<Task, string>> = {
  emergency: 'call emergency services now',
  reschedule: 'offer another date',
  'call-prescriber': 'call the prescriber',
  'call-physician': 'call the physician',
  'call-patient': 'ask the patient what is still open',
  nothing: 'go through the time line with the patient, who says it back',
};

/** What to do next, in the order of the worklist. */
export function nextWords(result: ScreenResult, forPrescriber: ReadonlySet<string>): string {
  const { tasks } = workOf(result, forPrescriber);
  const todo = tasks.length === 0 ? (['nothing'] as const) : tasks;
  return `Next: ${todo.map((task) => WORDS[task]).join(', then ')}.`;
}
