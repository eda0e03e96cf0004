/** The keys by which answers are taken on a walk, hidden ones too, and what was taken by them. */
import type { Taken } from './choices.ts';
import type { Option } from './hidden.ts';

/** `going-on`: if nothing were paused, which what the hidden answers say may not outlast. */
export type Supposed = 'now' | 'going-on';

const ANSWER = 'answer:';
const HIDDEN = { now: 'hidden:now:', 'going-on': 'hidden:going-on:' } as const;

export function answerKey(fact: string): string {
  return ANSWER + fact;
}

/** The question whose answer has the key; undefined for what is no answer to a question. */
export function factIn(key: string): string | undefined {
  return key.startsWith(ANSWER) ? key.slice(ANSWER.length) : undefined;
}

export function hiddenKey(id: string, when: Supposed): string {
  return HIDDEN[when] + id;
}

export function isHiddenKey(key: string): boolean {
  return Object.values(HIDDEN).some((start) => key.startsWith(start));
}

/** A hidden answer of a patient. */
export interface HiddenTaken {
  readonly id: string;
  readonly when: Supposed;
  /** The kinds of truth that are left to it. */
  readonly options: readonly [Option, ...Option[]];
  /** Of the first of them: 0 is the usual one. */
  readonly index: number;
}

export function hiddenIn(taken: readonly Taken[]): HiddenTaken[] {
  return taken.flatMap(({ key, option, others = [], index }) => {
    const when = (['now', 'going-on'] as const).find((each) => key.startsWith(HIDDEN[each]));
    if (when === undefined) return [];
    const options = [option as Option, ...(others as readonly Option[])] as const;
    return [{ id: key.slice(HIDDEN[when].length), when, options, index }];
  });
}
