/** Reads what was said to one question. Exports say the same over and over, so what a text comes to is remembered. */
import type { RuleSet } from '../rules/rule-set.ts';
import type { Question } from '../rules/schema/question.ts';
import { Memo } from '../time/memo.ts';
import type { Answer } from './answers.ts';
import type { Read } from './fault.ts';
import { type Clock, readValue, type ValueQuestion } from './read-value.ts';

/** `undefined` as a value: no answer was given. */
type AnswerReading = Read<Answer | undefined>;

/** A question, with what texts were read as when they were said to it. */
export interface AskedQuestion {
  readonly question: Question;
  readonly known: Memo<string, AnswerReading>;
}

const ASKED = new WeakMap<RuleSet, ReadonlyMap<string, AskedQuestion>>();

export function askedQuestions(ruleSet: RuleSet): ReadonlyMap<string, AskedQuestion> {
  let asked = ASKED.get(ruleSet);
  if (!asked) {
    asked = new Map(
      ruleSet.questions.map((question) => [question.id, { question, known: new Memo() }]),
    );
    ASKED.set(ruleSet, asked);
  }
  return asked;
}

/** Questions whose answers are read alike whenever they were given, and by whomever. */
const TIMELESS: ReadonlySet<Question['type']> = new Set(['yes-no', 'number', 'choice', 'list']);

export function readAnswer(
  question: ValueQuestion,
  known: AskedQuestion['known'],
  value: unknown,
  clock: Clock,
): AnswerReading {
  const key = TIMELESS.has(question.type) ? textOf(value) : undefined;
  return key === undefined
    ? readNew(question, value, clock)
    : known.get(key, () => readNew(question, value, clock));
}

/** A text for a value that is one, or a list of them. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  const isList = Array.isArray(value) && value.every((each) => typeof each === 'string');
  return isList ? `[${JSON.stringify(value)}` : undefined;
}

function readNew(question: ValueQuestion, value: unknown, clock: Clock): AnswerReading {
  const state = stateOf(value);
  if (state === 'absent') return { value: undefined };
  if (state !== 'answered') return { value: { state } };
  const read = readValue(question, value, clock);
  if ('fault' in read) return read;
  return { value: read.value === undefined ? undefined : { state: 'answered', value: read.value } };
}

export function stateOf(value: unknown): 'absent' | 'unknown' | 'declined' | 'answered' {
  if (value === null || value === undefined) return 'absent';
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof only !== 'string') return 'answered';
  const word = only.trim().toLowerCase();
  // What an export leaves of an empty list: separators with nothing between them.
  if (/^[\s;,|]*$/.test(word)) return 'absent';
  return word === 'unknown' || word === 'declined' ? word : 'answered';
}
