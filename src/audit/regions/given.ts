/** What is already said of a patient while a hidden answer is looked into. */
import type { Answer } from '../../intake/answers.ts';
import type { Test } from '../../rules/phrase.ts';
import type { Option } from './hidden.ts';
import { answerKey } from './taken.ts';

/** The answers to a question that a region stands for; other tests may cut it further. */
export interface Left {
  readonly tests: readonly Test[];
  /** Equal texts, equal answers. */
  readonly key: string;
  readonly allows: (answer: Answer | undefined) => boolean;
}

/** A condition about medicines of which one is to meet it: none meets it better than one of these kinds of truth. */
export interface AtMost {
  readonly id: string;
  readonly options: readonly Option[];
}

export interface Given {
  /** By question. */
  readonly answers: ReadonlyMap<string, Left>;
  readonly atMost: readonly AtMost[];
}

export const NOTHING_GIVEN: Given = { answers: new Map(), atMost: [] };

/** What of it bears on something. */
export function givenTo(
  { answers, atMost }: Given,
  reads: ReadonlySet<string>,
  isAboutMedicines: boolean,
): Given {
  return {
    answers: new Map([...answers].filter(([fact]) => reads.has(answerKey(fact)))),
    atMost: isAboutMedicines ? atMost : [],
  };
}

export function keyOfGiven({ answers, atMost }: Given): string {
  const said = [...answers].map(([fact, { key }]) => `${fact} ${key}`).toSorted();
  return JSON.stringify([said, keyOfMost(atMost)]);
}

export function keyOfMost(atMost: readonly AtMost[]): string {
  return atMost
    .map(({ id, options }) => JSON.stringify([id, options]))
    .toSorted()
    .join();
}
