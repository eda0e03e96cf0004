/** The rules that other engines can state too: tests of single answers, joined; and patients of whom all of it is answered. */
import type { Condition } from '../../src/rules/condition.ts';
import { isReference } from '../../src/rules/phrase.ts';
import type { RuleBody, RuleSet } from '../../src/rules/rule-set.ts';
import type { Question } from '../../src/rules/schema/question.ts';

type Value = boolean | number | string | readonly string[];
export type Answers = Readonly<Record<string, Value>>;

/** A condition that says all by itself: of answers alone, with its numbers filled in. */
export type Stated =
  | { readonly kind: 'all' | 'any' | 'none'; readonly of: readonly Stated[] }
  | {
      readonly kind: 'one-of';
      readonly fact: string;
      readonly values: readonly (string | boolean)[];
    }
  | { readonly kind: 'includes'; readonly fact: string; readonly values: readonly string[] }
  | { readonly kind: 'number'; readonly fact: string; readonly op: Op; readonly limit: number };

export type Op = 'at-least' | 'at-most' | 'more-than' | 'less-than';

export interface StatedRule {
  readonly body: RuleBody;
  readonly when: Stated;
}

/** Medicines, times, counts, definitions, look-ups, tables and exceptions are what the others have no word for. */
export function statedRules(ruleSet: RuleSet): StatedRule[] {
  return ruleSet.rules.flatMap((body) => {
    const when = body.when && !body.each_medicine && !body.unless && stated(body.when, ruleSet);
    return when ? [{ body, when }] : [];
  });
}

function stated(condition: Condition, ruleSet: RuleSet): Stated | undefined {
  if (condition.kind === 'medicines') return undefined;
  if (condition.kind !== 'test') {
    const of = condition.of.map((each) => stated(each, ruleSet));
    return of.includes(undefined)
      ? undefined
      : { kind: condition.kind, of: of.filter((each) => each !== undefined) };
  }
  const { fact, test } = condition;
  if (!ruleSet.questions.some(({ id, type }) => id === fact && PLAIN.has(type))) return undefined;
  const plain = statedTest(fact, test, ruleSet);
  return plain && test.negated ? { kind: 'none', of: [plain] } : plain;
}

const PLAIN: ReadonlySet<Question['type']> = new Set(['yes-no', 'choice', 'list', 'number']);

function statedTest(
  fact: string,
  test: Extract<Condition, { kind: 'test' }>['test'],
  { parameters }: RuleSet,
): Stated | undefined {
  if (test.is === 'one-of' && !isReference(test.values))
    return { kind: 'one-of', fact, values: test.values };
  if (test.is === 'includes') return { kind: 'includes', fact, values: test.values };
  if (test.is !== 'number') return undefined;
  const limit = isReference(test.amount)
    ? Object.values(parameters).find(({ id }) => isReference(test.amount) && id === test.amount.ref)
        ?.value
    : test.amount;
  return typeof limit === 'number' ? { kind: 'number', fact, op: test.op, limit } : undefined;
}

/** Every question that the rules test, by name. */
export function factsIn(when: Stated): string[] {
  return 'fact' in when ? [when.fact] : when.of.flatMap(factsIn);
}

/** Patients with an answer to every question, one in six of them an unusual one; the same for the same seed. */
export function patients(questions: readonly Question[], count: number): Answers[] {
  const random = generator(7);
  return Array.from({ length: count }, () =>
    Object.fromEntries(
      questions.flatMap((question) => {
        const value = answerTo(question, random);
        return value === undefined ? [] : [[question.id, value]];
      }),
    ),
  );
}

function answerTo(question: Question, random: (below: number) => number): Value | undefined {
  const isUsual = random(6) > 0;
  switch (question.type) {
    case 'yes-no':
      return !isUsual && random(2) === 0;
    case 'choice': {
      const names = Object.keys(question.choices);
      return names[isUsual ? 0 : random(names.length)];
    }
    case 'list': {
      const names = Object.keys(question.choices);
      return listOf(isUsual ? 'none' : (names[random(names.length)] ?? 'none'));
    }
    case 'number': {
      const [low, high] = question.between;
      return Math.ceil(low) + random(Math.max(1, Math.floor(high - low)));
    }
    case 'date':
    case 'date-time':
    case 'medicines':
    case 'text':
      return undefined;
  }
}

const LISTS = new Map<string, readonly string[]>();

/** The same list for the same words, as the reader of an intake gives it. */
function listOf(word: string): readonly string[] {
  const list = LISTS.get(word) ?? [word];
  LISTS.set(word, list);
  return list;
}

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
