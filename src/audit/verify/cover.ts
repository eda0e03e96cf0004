/** Rules and required questions of which one stands in the way of every patient whom an obligation concerns. */
import type { PreparedRule } from '../../evaluation/context.ts';
import { type Headline, isAtLeast } from '../../evaluation/finding-order.ts';
import { isRequired, whenMissing } from '../../evaluation/missing.ts';
import type { Question } from '../../rules/schema/question.ts';
import type { LazyPatient } from '../regions/lazy-patient.ts';
import { standingOf } from '../regions/standing.ts';

/** In the order in which they were found to be needed. */
export class Cover {
  readonly rules: PreparedRule[] = [];
  readonly questions: Question[] = [];

  get size(): number {
    return this.rules.length + this.questions.length;
  }

  get names(): string[] {
    return [
      ...this.rules.map(({ body }) => body.id),
      ...this.questions.map(({ id }) => `the question ${id}`),
    ];
  }

  has(id: string): boolean {
    return (
      this.rules.some(({ body }) => body.id === id) || this.questions.some((each) => each.id === id)
    );
  }

  /** Whether one of them by itself is restrictive enough for the patient. */
  holds(patient: LazyPatient, least: Headline): boolean {
    return (
      this.rules.some((rule) => isAtLeast(standingOf(rule, patient, 0, false), least)) ||
      this.questions.some((question) => isMissed(question, patient, least))
    );
  }
}

function isMissed(question: Question, patient: LazyPatient, least: Headline): boolean {
  const context = patient.seenBy(0);
  if (!isRequired(question, context)) return false;
  const state = context.intake.answers.get(question.id)?.state ?? 'not-asked';
  return (
    state !== 'answered' &&
    isAtLeast({ disposition: whenMissing(state), urgency: 'routine' }, least)
  );
}
