/** Which answers an evaluation looks at, and in what state they are. */
import type { Context } from '../../evaluation/context.ts';
import type { Answer } from '../../intake/answers.ts';
import { outcomeOf, type Unit } from '../unit.ts';
import type { AnswerState } from './target.ts';

/** The answers that a unit reads of a patient, found by letting it be evaluated. */
export function statesRead(unit: Unit, context: Context): ReadonlyMap<string, AnswerState> {
  const answers = new WatchedAnswers(context.intake.answers);
  outcomeOf(unit, { ...context, intake: { ...context.intake, answers }, decided: new Map() });
  return answers.read;
}

/** Answers that remember which of them were looked up. */
class WatchedAnswers extends Map<string, Answer> {
  readonly read = new Map<string, AnswerState>();

  constructor(answers: ReadonlyMap<string, Answer>) {
    super(answers);
  }

  override get(fact: string): Answer | undefined {
    const answer = super.get(fact);
    this.read.set(fact, answer?.state ?? 'not-asked');
    return answer;
  }
}
