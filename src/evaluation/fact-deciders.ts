/** Makes tests of facts into functions: of answers, definitions, look-ups, table columns and fields of medicines. */
import { not, type Truth, truth } from '../logic/truth.ts';
import type { Condition } from '../rules/condition.ts';
import { isReference, type Test } from '../rules/phrase.ts';
import { isMedicineField, ROW_PREFIX, SCREENING_DAY } from '../rules/rule-set.ts';
import { answerDecider } from './answer-deciders.ts';
import { isOnTheDay, type Decider } from './context.ts';
import { FLIPPED, NO_NEEDS } from './condition.ts';
import type { Names } from './names.ts';
import { medicineDecider } from './medicine-deciders.ts';

type DeciderOf = (condition: Condition) => Decider;

/** Decides a test as if it were not negated. */
export function factDecider(fact: string, test: Test, names: Names, deciderOf: DeciderOf): Decider {
  const without = withoutAnswer(fact, test, names, deciderOf);
  if (!names.questions.has(fact) && !names.lookups.has(fact)) return without;
  const isAnswered = test.is === 'answered';
  const answered = isAnswered ? undefined : answerDecider(fact, test, names);
  return (context, scope, quiet) => {
    const answer = context.intake.answers.get(fact);
    if (answer?.state !== 'answered') return without(context, scope, quiet);
    return answered ? answered(answer.value, context, scope) : 'true';
  };
}

function withoutAnswer(fact: string, test: Test, names: Names, deciderOf: DeciderOf): Decider {
  if (isMedicineField(fact)) return medicineDecider(fact, test);
  const { questions, definitions, lookups } = names;
  if (questions.has(fact)) return unanswered(fact, test, names, deciderOf);
  if (definitions.has(fact)) return definitionDecider(fact, test, names, deciderOf);
  if (lookups.has(fact)) return lookupDecider(fact, test, names);
  if (fact === SCREENING_DAY) return screeningDay(test);
  if (fact.startsWith(ROW_PREFIX)) return rowDecider(fact.slice(ROW_PREFIX.length), test);
  return () => {
    throw new Error(`no fact ${fact}`);
  };
}

/** A question that does not apply to this patient counts as not meeting a test, instead of as unanswered. */
function unanswered(fact: string, test: Test, { questions }: Names, deciderOf: DeciderOf): Decider {
  if (test.is === 'answered' || test.known) return () => 'false';
  const when = questions.get(fact)?.when;
  let applies: Decider | undefined;
  return (context, scope, quiet) => {
    // Made when it is first asked: the condition of a question may come back to the same question.
    if (when) applies ??= deciderOf(when);
    if (applies?.(context, NO_NEEDS, 'open') === 'false') return 'false';
    if (quiet === 'open' || scope.needs.has(fact)) return 'unknown';
    return truth(quiet === 'unfavourable');
  };
}

function definitionDecider(
  fact: string,
  test: Test,
  { definitions }: Names,
  deciderOf: DeciderOf,
): Decider {
  const wanted = choicesOf(test).includes(true);
  const keys = {
    open: `${fact} open`,
    favourable: `${fact} favourable`,
    unfavourable: `${fact} unfavourable`,
  };
  let decide: Decider | undefined;
  return (context, { needs }, quiet) => {
    const inner = wanted ? quiet : FLIPPED[quiet];
    // What the rule at hand needs counts otherwise than for all others, so it is decided for that rule alone.
    const shared = needs.size === 0;
    let decided = shared ? context.decided.get(keys[inner]) : undefined;
    if (decided === undefined) {
      decide ??= deciderOf(whenOf(definitions.get(fact), fact));
      decided = decide(context, { needs }, inner);
      if (shared) context.decided.set(keys[inner], decided);
    }
    return wanted ? decided : not(decided);
  };
}

function whenOf(definition: { readonly when: Condition } | undefined, fact: string): Condition {
  if (!definition) throw new Error(`no definition ${fact}`);
  return definition.when;
}

function lookupDecider(fact: string, test: Test, { lookups }: Names): Decider {
  const lookup = lookups.get(fact);
  const choices = choicesOf(test);
  return ({ intake }) => {
    const from = lookup && intake.answers.get(lookup.from);
    const value = from?.state === 'answered' ? lookup?.values[String(from.value)] : undefined;
    return value === undefined ? 'unknown' : truth(choices.includes(value));
  };
}

function screeningDay(test: Test): Decider {
  const choices = choicesOf(test);
  const onTheDay = truth(choices.includes('on-the-day'));
  const before = truth(choices.includes('before'));
  return (context): Truth => (isOnTheDay(context) ? onTheDay : before);
}

function rowDecider(column: string, test: Test): Decider {
  if (test.is === 'answered') return (_, { row }) => truth(row?.values[column] !== undefined);
  const choices = choicesOf(test);
  return (_, { row }) => {
    const cell = row?.values[column];
    return truth(typeof cell === 'string' && choices.includes(cell));
  };
}

function choicesOf(test: Test): readonly (string | boolean)[] {
  if (test.is !== 'one-of' || isReference(test.values))
    throw new Error(`choices expected, not ${test.is}`);
  return test.values;
}
