import type { Disposition } from '../rules/schema/common.ts';
import type { Question } from '../rules/schema/question.ts';
import { evaluate, NO_NEEDS } from './condition.ts';
import { type Context, isOnTheDay } from './context.ts';
import type { Finding, MissingFact } from './result.ts';
import { fill } from './message.ts';

/** Whether a question concerns this patient, as far as the answers tell. */
export function isAsked(question: Question, context: Context): boolean {
  return !question.when || evaluate(question.when, context, NO_NEEDS) === 'true';
}

/** Whether a question may come to concern this patient on the day. */
export function mayBeAsked(question: Question, context: Context): boolean {
  return !question.when || evaluate(question.when, context, NO_NEEDS) !== 'false';
}

/** Whether its answer must be there now. */
export function isRequired(question: Question, context: Context): boolean {
  if (question.need === 'optional' || !isAsked(question, context)) return false;
  return question.need === 'required' || isOnTheDay(context);
}

/** Required answers that are not there. An answer that was never asked for holds; one that nobody knew goes to the physician. */
export function missingRequired(context: Context): {
  readonly facts: MissingFact[];
  readonly findings: Finding[];
} {
  const { ruleSet, readers } = context.prepared;
  const facts: MissingFact[] = [];
  for (const question of ruleSet.questions) {
    const { id, ask } = question;
    const state = context.intake.answers.get(id)?.state ?? 'not-asked';
    if (state === 'answered' || !isRequired(question, context)) continue;
    facts.push({ fact: id, state, needed_by: [...(readers.get(id) ?? [])], text: ask });
  }
  return { facts, findings: facts.map((fact) => missingFinding(fact, context)) };
}

/** What a required answer comes to that is not there. */
export function whenMissing(state: MissingFact['state']): Disposition {
  return state === 'not-asked' ? 'hold' : 'contact-physician';
}

function missingFinding({ fact, state, text }: MissingFact, context: Context): Finding {
  const { wording } = context.prepared.ruleSet;
  const asked = state !== 'not-asked';
  const disposition = whenMissing(state);
  const words = { question: text, fact };
  return {
    rule: asked ? 'intake.not-answered' : 'intake.not-asked',
    disposition,
    urgency: 'routine',
    subject: fact,
    message: fill(asked ? wording.not_answered : wording.not_asked, { words }, context),
    because: { [fact]: state },
    action: fill(asked ? wording.ask_physician : wording.ask_now, { words }, context),
    sources: [],
    evidence: 'clinic-policy',
  };
}
