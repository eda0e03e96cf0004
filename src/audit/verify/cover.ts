/** Rules and required questions of which one stands in the way of every patient whom an obligation concerns. */
import type { PreparedRule } from '../../evaluation/context.ts';
import { isRequired, whenMissing } from '../../evaluation/missing.ts';
import type { Disposition, Urgency } from '../../rules/schema/common.ts';
import type { Question } from '../../rules/schema/question.ts';
import type { LazyPatient } from '../regions/lazy-patient.ts';
import { standingOf } from '../regions/standing.ts';

/** How restrictive a result has to be at least. */
export interface Least {
  readonly disposition: Disposition;
  readonly urgency: Urgency;
}

const DISPOSITIONS: readonly Disposition[] = ['go', 'contact-physician', 'hold'];
const URGENCIES: readonly Urgency[] = ['routine', 'same-day', 'emergency'];

export function meets(found: Least, least: Least): boolean {
  return (
    DISPOSITIONS.indexOf(found.disposition) >= DISPOSITIONS.indexOf(least.disposition) &&
    URGENCIES.indexOf(found.urgency) >= URGENCIES.indexOf(least.urgency)
  );
}

/** The headline of all of these. */
export function headlineOf(all: readonly Least[]): Least {
  const highest = <T>(order: readonly T[], found: readonly T[]): number =>
    Math.max(0, ...found.map((each) => order.indexOf(each)));
  return {
    disposition:
      DISPOSITIONS[
        highest(
          DISPOSITIONS,
          all.map((each) => each.disposition),
        )
      ] ?? 'hold',
    urgency:
      URGENCIES[
        highest(
          URGENCIES,
          all.map((each) => each.urgency),
        )
      ] ?? 'emergency',
  };
}

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
  holds(patient: LazyPatient, least: Least): boolean {
    return (
      this.rules.some((rule) => meets(standingOf(rule, patient, 0, false), least)) ||
      this.questions.some((question) => isMissed(question, patient, least))
    );
  }
}

function isMissed(question: Question, patient: LazyPatient, least: Least): boolean {
  const context = patient.seenBy(0);
  if (!isRequired(question, context)) return false;
  const state = context.intake.answers.get(question.id)?.state ?? 'not-asked';
  return (
    state !== 'answered' && meets({ disposition: whenMissing(state), urgency: 'routine' }, least)
  );
}
