import type { ScreenResult } from '../evaluation/result.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { AskedQuestion } from './record.ts';

/** The questions that were answered, or are still to ask, as they are put; in the order of the call. */
export function askedQuestions(
  { questions, sections }: RuleSet,
  answers: Readonly<Record<string, unknown>>,
  { missing }: ScreenResult,
): readonly AskedQuestion[] {
  const unanswered = new Set(missing.map(({ fact }) => fact));
  const place = (section: string): number => sections.findIndex(({ id }) => id === section);
  return questions
    .toSorted((a, b) => place(a.section) - place(b.section))
    .filter(({ id }) => id in answers || unanswered.has(id))
    .map((question) => ({
      id: question.id,
      ask: question.ask,
      ...('choices' in question ? { choices: question.choices } : {}),
    }));
}
