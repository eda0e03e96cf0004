/** Most rules are out of the question for most patients by a single answer; which ones is found once for each answer. */
import type { Answer } from '../intake/answers.ts';
import { not, type Truth } from '../logic/truth.ts';
import { testsOf } from '../rules/rule-set.ts';
import type { Question } from '../rules/schema/question.ts';
import { Memo } from '../time/memo.ts';
import { FLIPPED, NO_NEEDS } from './condition.ts';
import type { Context, PreparedRule, Quiet, RuleMask } from './context.ts';
import type { Names } from './names.ts';
import { partialTruth, type TestCondition } from './partial-truth.ts';

export function isIn(mask: RuleMask, index: number): boolean {
  return (((mask[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

export function without(mask: RuleMask, index: number): RuleMask {
  return mask.map((word, at) => (at === index >>> 5 ? word & ~(1 << (index & 31)) : word));
}

/** A question that rules read, with the rules that each of its answers rules out. */
interface Telling {
  readonly fact: string;
  readonly known: Memo<unknown, RuleMask>;
  /** Whether its tests look at the answer alone, and not at the time between it and the procedure. */
  readonly isPlain: boolean;
}

/** How many patients have to come before it pays to find out: for one, trying every rule is quicker. */
const FEW = 4;

const MISSING = Symbol('no answer');
const GIVEN = Symbol('any answer');

export function ruledOutBy(
  rules: readonly PreparedRule[],
  names: Names,
): (context: Context) => RuleMask {
  const words = Math.ceil(rules.length / 32);
  let telling: readonly Telling[] | undefined;
  let patients = 0;
  return (context) => {
    const out = new Uint32Array(words);
    patients += 1;
    if (patients <= FEW) return out;
    telling ??= tellingOf(rules, names);
    for (const { fact, known, isPlain } of telling) {
      const answer = context.intake.answers.get(fact);
      const isGiven = answer?.state === 'answered';
      const key = isGiven ? (isPlain ? answer.value : GIVEN) : MISSING;
      const mask =
        known.find(key) ??
        known.add(
          key,
          maskOf(rules, words, (rule) => isRuledOut(rule, { fact, answer, isPlain }, context)),
        );
      for (let at = 0; at < words; at += 1) out[at] = (out[at] ?? 0) | (mask[at] ?? 0);
    }
    return out;
  };
}

function tellingOf(rules: readonly PreparedRule[], { questions, lookups }: Names): Telling[] {
  const read = new Set<string>();
  for (const { condition } of rules) {
    for (const { fact } of testsOf(condition)) read.add(lookups.get(fact)?.from ?? fact);
  }
  return [...questions.values()]
    .filter(({ id }) => read.has(id))
    .map(({ id, type }) => ({ fact: id, known: new Memo(), isPlain: PLAIN.has(type) }));
}

const PLAIN: ReadonlySet<Question['type']> = new Set(['yes-no', 'choice', 'list', 'number']);

function maskOf(
  rules: readonly PreparedRule[],
  words: number,
  has: (rule: PreparedRule) => boolean,
): RuleMask {
  const mask = new Uint32Array(words);
  for (const [index, rule] of rules.entries()) {
    const word = index >>> 5;
    if (has(rule)) mask[word] = (mask[word] ?? 0) | (1 << (index & 31));
  }
  return mask;
}

/** What became of one question, while nothing is known of the others. */
interface Alone {
  readonly fact: string;
  readonly answer: Answer | undefined;
  readonly isPlain: boolean;
}

/** Favourably, since a missing answer that a rule does not need keeps it from firing. */
function isRuledOut({ condition, needs }: PreparedRule, alone: Alone, context: Context): boolean {
  const told =
    alone.answer?.state === 'answered'
      ? (test: TestCondition): Truth => toldByAnswer(test, alone.answer, alone, context)
      : (test: TestCondition, quiet: Quiet): Truth => toldByNone(test, alone, needs, quiet);
  return partialTruth(condition, told, 'favourable') === 'false';
}

function toldByAnswer(
  condition: TestCondition,
  answer: Answer | undefined,
  { fact, isPlain }: Alone,
  context: Context,
): Truth {
  const { prepared, intake } = context;
  const about = prepared.lookups.get(condition.fact)?.from ?? condition.fact;
  if (!answer || about !== fact || (!isPlain && condition.test.is !== 'answered')) return 'unknown';
  const answers = new Map([[fact, answer]]);
  const only = { ...context, intake: { ...intake, answers } };
  return prepared.deciderOf(condition)(only, NO_NEEDS, 'open');
}

function toldByNone(
  { fact, test }: TestCondition,
  alone: Alone,
  needs: ReadonlySet<string>,
  quiet: Quiet,
): Truth {
  if (fact !== alone.fact) return 'unknown';
  const inner = test.negated ? FLIPPED[quiet] : quiet;
  const isFalse =
    test.is === 'answered' || test.known || (inner === 'favourable' && !needs.has(fact));
  const plain: Truth = isFalse ? 'false' : 'unknown';
  return test.negated ? not(plain) : plain;
}
