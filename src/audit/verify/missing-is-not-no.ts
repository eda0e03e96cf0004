import { isRequired, missingRequired } from '../../evaluation/missing.ts';
import type { Answer } from '../../intake/answers.ts';
import type { Question } from '../../rules/schema/question.ts';
import type { Bench } from '../regions/bench.ts';
import { walk } from '../regions/choices.ts';
import { LazyPatient } from '../regions/lazy-patient.ts';
import { modelOf } from '../regions/model.ts';
import type { Nodes } from '../regions/nodes.ts';
import { readingOf } from '../regions/reading.ts';
import type { Law, Ruling } from './law.ts';

const BUDGET = 20_000;
const STATES: readonly (Answer | undefined)[] = [
  undefined,
  { state: 'unknown' },
  { state: 'declined' },
];

export const missingIsNotNo: Law = {
  id: 'missing-is-not-no',
  says: 'A required question that was not asked holds; one that the patient could not or would not answer never gives GO.',
  rule(_, nodes): Ruling {
    let regions = 0;
    const [bench] = nodes.benches;
    const questions =
      bench?.screener.prepared.ruleSet.questions.filter(({ need }) => need !== 'optional') ?? [];
    for (const question of bench ? questions : []) {
      const found = bench && holdsFor(question, bench, nodes);
      regions += found?.regions ?? 0;
      if (found?.broken)
        return {
          status: 'refuted',
          regions,
          basis: `${question.id} can be missing without a finding`,
        };
      if (!found?.complete)
        return {
          status: 'not-proved',
          regions,
          basis: `the conditions of ${question.id} were not searched to the end`,
        };
    }
    return {
      status: 'proved',
      regions,
      basis: `${questions.length} questions, over every region in which each is required; the finding is the same whatever else is answered, and no finding takes another away`,
    };
  },
};

function holdsFor(
  question: Question,
  bench: Bench,
  nodes: Nodes,
): { complete: boolean; broken: boolean; regions: number } {
  const { prepared } = bench.screener;
  const reading = readingOf(question.when ? [question.when] : [], prepared);
  const model = modelOf([bench], [reading], { nodes });
  const own = { ...prepared, ruleSet: { ...prepared.ruleSet, questions: [question] } };
  let broken = false;
  const { complete, regions } = walk(
    (choose) => {
      const context = new LazyPatient(choose, model).seenBy(0);
      if (!isRequired(question, context)) return true;
      return STATES.every((state) => {
        const answers = context.intake.answers;
        const missing = {
          has: () => false,
          get: (fact: string) => (fact === question.id ? state : answers.get(fact)),
        };
        const intake = {
          ...context.intake,
          answers: Object.assign(new Map<string, Answer>(), missing),
        };
        const [finding] = missingRequired({ ...context, prepared: own, intake }).findings;
        return state === undefined
          ? finding?.disposition === 'hold'
          : finding !== undefined && finding.disposition !== 'go';
      });
    },
    (holds) => {
      if (!holds) broken = true;
    },
    BUDGET,
  );
  return { complete, broken, regions };
}
