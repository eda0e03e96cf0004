/** Cuts the answers to a question where the tests cut them; each region is shown by one answer. */
import type { Context } from '../../evaluation/context.ts';
import { evaluate } from '../../evaluation/condition.ts';
import type { Answer, AnswerValue } from '../../intake/answers.ts';
import type { Test } from '../../rules/phrase.ts';
import type { Question } from '../../rules/schema/question.ts';
import type { Instant, Zone } from '../../time/zone.ts';
import { ALWAYS_ANSWERED } from '../always-answered.ts';
import { candidateValues } from './answer-values.ts';
import { distinct } from './resolved-tests.ts';

export interface Region {
  /** Undefined when it was not asked. */
  readonly answer: Answer | undefined;
}

export interface Cutting {
  readonly question: Question;
  /** With every reference resolved. */
  readonly tests: readonly Test[];
  /** What the healthy patient answers. */
  readonly usual: Answer | undefined;
  /** A patient of whom nothing is known, to put the tests to. */
  readonly nobody: Context;
  /** The moment that the answers were given, or the latest that they can have been. */
  readonly screenedAt: Instant;
  /** What tells two answers apart beside the tests. */
  readonly also?: (value: AnswerValue) => string;
  /** Every candidate is a region of its own: something else is compared with it. */
  readonly fine: boolean;
}

export function regionsOf(cutting: Cutting): Region[] {
  const { question, usual, nobody } = cutting;
  const around = { procedureAt: nobody.procedureAt, zone: nobody.zone };
  const own = usual?.state === 'answered' ? [usual.value] : [];
  const candidates = distinct([...own, ...candidateValues(question, cutting.tests, around)]).filter(
    (value) => isPossible(question, value, cutting.screenedAt, nobody.zone),
  );
  const regions = new Map<string, Region>();
  for (const value of candidates) {
    const key = cutting.fine ? JSON.stringify(value) : signatureOf(value, cutting);
    if (!regions.has(key)) regions.set(key, { answer: { state: 'answered', value } });
  }
  const filled = [...regions.values()];
  if (ALWAYS_ANSWERED.has(question.id)) return filled;
  // Where the healthy patient has no answer, none is the usual one.
  if (usual?.state !== 'answered') return [{ answer: undefined }, ...filled];
  return [...filled, { answer: { state: 'unknown' } }];
}

/** What the tests say of an answer: equal texts, the same region. */
export function signatureOf(
  value: AnswerValue,
  { question, tests, nobody, also }: Cutting,
): string {
  const answers = new Map<string, Answer>([[question.id, { state: 'answered', value }]]);
  const context: Context = { ...nobody, intake: { ...nobody.intake, answers }, decided: new Map() };
  const met = tests
    .filter(({ is }) => is !== 'after-last-dose')
    .map((test) => evaluate({ kind: 'test', fact: question.id, test }, context, NOTHING)[0]);
  return `${met.join('')} ${also?.(value) ?? ''}`;
}

const NOTHING = { needs: new Set<string>() };

function isPossible(
  question: Question,
  value: AnswerValue,
  screenedAt: Instant,
  zone: Zone,
): boolean {
  if (question.type !== 'date' && question.type !== 'date-time') return true;
  const moment = Number(value);
  const today = zone.dayOf(screenedAt);
  const day = question.type === 'date' ? moment : zone.dayOf(moment);
  if (question.direction === 'past')
    return question.type === 'date' ? day <= today : moment <= screenedAt;
  return question.direction === 'any' || day >= today;
}
