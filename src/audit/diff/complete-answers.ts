import type { AnswerValue } from '../../intake/answers.ts';
import { formatDay } from '../../time/day.ts';
import { candidateValues } from '../regions/answer-values.ts';
import { type Bench, healthyIntake } from '../regions/bench.ts';
import { resultOf } from '../regions/replay.ts';
import type { Raw } from '../regions/written.ts';
import { replay, restriction, type Witness } from './witness.ts';

/** Answers that are filled in one after the other, since each may bring another question up. */
const ROUNDS = 14;

/** Where an unanswered question hides the change, as it does a mere note, it is answered first; `chosen` stay as they are. */
export function replayAnswered(
  bare: Witness,
  chosen: ReadonlySet<string>,
  benches: readonly [Bench, Bench],
): Witness | undefined {
  const isHidden = restriction(bare.before) === restriction(bare.after);
  return isHidden ? replay(completeAnswers(bare.answers, chosen, benches), benches) : bare;
}

/** The patient with answers to what else is required, those that stand least in the way; `chosen` stay as they are. */
function completeAnswers(
  raw: Raw,
  chosen: ReadonlySet<string>,
  benches: readonly [Bench, Bench],
): Raw {
  let answers = raw;
  const tried = new Set(chosen);
  for (let round = 0; round < ROUNDS; round += 1) {
    const missing = benches
      .flatMap((bench) => resultOf(answers, bench)?.missing ?? [])
      .find(({ fact }) => !tried.has(fact) && candidates(fact, benches).length > 0);
    if (!missing) return answers;
    tried.add(missing.fact);
    const weighed = candidates(missing.fact, benches).map((value) => {
      const option = { ...answers, [missing.fact]: value };
      return { option, weight: weightOf(option, benches) };
    });
    answers = weighed.toSorted((a, b) => a.weight - b.weight)[0]?.option ?? answers;
  }
  return answers;
}

function weightOf(answers: Raw, benches: readonly Bench[]): number {
  return benches.reduce((sum, bench) => {
    const result = resultOf(answers, bench);
    return sum + (result ? restriction(result) * 100 + result.findings.length : 1e6);
  }, 0);
}

/** Answers to a question, one of each kind. */
export function candidates(fact: string, [before, after]: readonly [Bench, Bench]): unknown[] {
  const question =
    after.screener.prepared.questions.get(fact) ?? before.screener.prepared.questions.get(fact);
  if (!question) return [];
  const { procedure_at: procedureAt } = healthyIntake(after);
  const { zone } = after.screener;
  const values = candidateValues(question, [], { procedureAt, zone });
  const shown = (value: AnswerValue): unknown => {
    if (question.type === 'date') return formatDay(Number(value));
    return question.type === 'date-time' ? zone.format(Number(value)).slice(0, 16) : value;
  };
  return values.slice(0, 8).map(shown);
}
