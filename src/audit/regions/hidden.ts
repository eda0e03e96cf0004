/** One answer in the place of a whole condition, which gives it any truth that a condition can have. */
import { type Truth } from '../../logic/truth.ts';
import type { Answer } from '../../intake/answers.ts';
import type { Condition } from '../../rules/condition.ts';
import type { Test } from '../../rules/phrase.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import type { Question } from '../../rules/schema/question.ts';
import type { Definition } from '../../rules/schema/rule.ts';
import type { Lookup } from '../../rules/schema/rule-file.ts';

/** The truth of a condition with missing answers left open, taken favourably, and taken unfavourably. */
export type Triple = readonly [Truth, Truth, Truth];

/** A kind of truth in each of the rule sets. */
export type Option = readonly number[];

export function isAlike(option: Option): boolean {
  return new Set(option).size <= 1;
}

/** An option that was written as a text. */
export function optionOf(text: string): number[] {
  return text.split(',').map(Number);
}

const TRIPLES: readonly Triple[] = [
  ['false', 'false', 'false'],
  ['true', 'true', 'true'],
  ['unknown', 'false', 'true'],
  ['unknown', 'false', 'unknown'],
  ['unknown', 'unknown', 'true'],
  ['unknown', 'unknown', 'unknown'],
];

/** The number of the kind of truth; every other one is impossible. */
export function kindOf(triple: Triple): number {
  const kind = TRIPLES.findIndex((each) => each.join() === triple.join());
  if (kind === -1) throw new Error(`no condition is ${triple.join(', ')}`);
  return kind;
}

export function tripleOf(kind: number): Triple {
  return TRIPLES[kind] ?? ['unknown', 'unknown', 'unknown'];
}

const RANK: Readonly<Record<Truth, number>> = { false: 0, unknown: 1, true: 2 };

/** Whether a condition of which one medicine is to meet it can be of one of these kinds, with a medicine for whom it is so true. */
export function isAtMost(triple: Triple, kinds: readonly number[]): boolean {
  return kinds.some((kind) =>
    tripleOf(kind).every((most, index) => RANK[triple[index] ?? 'true'] <= RANK[most]),
  );
}

export const KINDS = TRIPLES.map((_, kind) => kind);

/** `soft` follows the rules for answers that are missing, the others stay open when they are. */
const PARTS: readonly Readonly<Partial<Record<'soft' | 'firm' | 'hard', boolean>>>[] = [
  { soft: false, firm: false, hard: false },
  { soft: false, firm: false, hard: true },
  { firm: true, hard: false },
  { hard: false },
  { firm: true },
  { soft: false, firm: false },
];

export const HIDDEN_PARTS = ['soft', 'firm', 'hard'];

/** The hidden answer that gives a condition this kind of truth. */
export function hiddenAnswer(kind: number, part: string): Answer | undefined {
  const value = Object.entries(PARTS[kind] ?? {}).find(([name]) => name === part)?.[1];
  return value === undefined ? undefined : { state: 'answered', value };
}

const YES: Test = { is: 'one-of', values: [true] };

export function hiddenTest(id: string): Condition {
  return { kind: 'test', fact: id, test: YES };
}

/** The rule set with a definition for each hidden answer, in the place of that of the same name. */
export function withHidden(ruleSet: RuleSet, ids: readonly string[]): RuleSet {
  const section = ruleSet.questions[0]?.section ?? '';
  const question = (id: string): Question => ({
    id: `${id}~soft`,
    section,
    ask: id,
    need: 'optional',
    type: 'yes-no',
  });
  const lookup = (id: string): Lookup => ({
    id,
    title: id,
    from: `${id}~none`,
    choices: [],
    values: {},
  });
  const grounds = { title: '', sources: [], evidence: 'unconfirmed' as const, review_by: '' };
  const stub = (id: string): Definition => ({ ...grounds, id, when: stubCondition(id) });
  return {
    ...ruleSet,
    questions: [...ruleSet.questions, ...ids.map(question)],
    lookups: [
      ...ruleSet.lookups,
      ...ids.flatMap((id) => [lookup(`${id}~firm`), lookup(`${id}~hard`)]),
    ],
    definitions: ids.map(stub),
  };
}

function stubCondition(id: string): Condition {
  const test = (part: string): Condition => ({ kind: 'test', fact: `${id}~${part}`, test: YES });
  return { kind: 'any', of: [{ kind: 'all', of: [test('soft'), test('firm')] }, test('hard')] };
}
