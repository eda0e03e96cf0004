import { isForTheDay } from '../../evaluation/checks.ts';
import { isRequired, mayBeAsked } from '../../evaluation/missing.ts';
import type { Context } from '../../evaluation/context.ts';
import { canonicalJson } from '../../rules/canonical.ts';
import type { Question } from '../../rules/schema/question.ts';
import type { Bench } from '../regions/bench.ts';
import { walk } from '../regions/choices.ts';
import { LazyPatient } from '../regions/lazy-patient.ts';
import { modelOf } from '../regions/model.ts';
import { readingOf } from '../regions/reading.ts';
import { QUIET, type Standing } from '../regions/standing.ts';
import { answerKey } from '../regions/taken.ts';
import { meaningOf } from '../regions/meaning.ts';
import type { Nodes } from '../regions/nodes.ts';
import type { Change } from './change.ts';
import type { WitnessFinder } from './find-witness.ts';
import type { Leaf } from './rule-difference.ts';
import { type Transition, transitionsOf } from './transitions.ts';

const BUDGET = 20_000;
const KEPT = 12;

/** What a question can be to a patient. */
interface Demand {
  readonly word: string;
  readonly verdict: 'changes' | 'words';
  readonly standing: Standing;
  /** Whether it can be that to anybody. */
  readonly isMade: (question: Question) => boolean;
  readonly holds: (question: Question, context: Context) => boolean;
  /** Whether it shows only while nobody has answered it. */
  readonly endsWithAnswer: boolean;
}

const DEMANDS: readonly Demand[] = [
  {
    word: 'required',
    verdict: 'changes',
    standing: { is: 'fired', disposition: 'hold', urgency: 'routine' },
    isMade: ({ need }) => need !== 'optional',
    holds: isRequired,
    endsWithAnswer: true,
  },
  {
    word: 'asked on the day',
    verdict: 'words',
    standing: { is: 'fired', disposition: 'go', urgency: 'routine' },
    isMade: isForTheDay,
    holds: (question, context) => isForTheDay(question) && mayBeAsked(question, context),
    endsWithAnswer: false,
  },
];

/** The questions that are required of other patients than before, or asked of others on the day. */
export function questionChanges(
  benches: readonly [Bench, Bench],
  nodes: Nodes,
  finder: WitnessFinder,
): Change[] {
  const ids = new Set(benches.flatMap(({ screener }) => [...screener.prepared.questions.keys()]));
  return [...ids]
    .toSorted()
    .flatMap((id) =>
      DEMANDS.filter((demand) => isMadeOtherwise(id, demand, benches)).map((demand) =>
        questionChange(id, demand, nodes, finder),
      ),
    );
}

function isMadeOtherwise(id: string, { isMade }: Demand, benches: readonly Bench[]): boolean {
  const [old, now] = benches.map(({ screener: { prepared } }) => {
    const question = prepared.questions.get(id);
    if (!question || !isMade(question)) return 'of nobody';
    const { need, when } = question;
    return canonicalJson([need, when && meaningOf([when], prepared)]);
  });
  return old !== now;
}

function questionChange(id: string, demand: Demand, nodes: Nodes, finder: WitnessFinder): Change {
  const readings = nodes.prepared.map((prepared) => {
    const when = prepared.questions.get(id)?.when;
    return readingOf(when ? [when] : [], prepared);
  });
  const model = modelOf(nodes.benches, readings, { nodes });
  const leaves: Leaf[] = [];
  const { complete, regions } = walk(
    (choose) => {
      const patient = new LazyPatient(choose, model);
      return nodes.benches.map((_, index) => {
        const context = patient.seenBy(index);
        const question = context.prepared.questions.get(id);
        return question && demand.holds(question, context) ? demand.standing : QUIET;
      });
    },
    ([before = QUIET, after = QUIET], taken) => {
      if (before.is !== after.is && leaves.length < KEPT && nodes.isPossible(taken, model)) {
        const unanswered = { key: answerKey(id), option: { answer: undefined }, index: 1 };
        leaves.push({
          before,
          after,
          model,
          taken: demand.endsWithAnswer ? [...taken, unanswered] : taken,
        });
      }
    },
    BUDGET,
  );
  const madeBy = (made: WitnessFinder): Transition[] => transitionsOf(leaves, made, id, 'question');
  const onTheDay = madeBy(finder);
  const transitions = onTheDay.length > 0 ? onTheDay : madeBy(finder.ahead());
  const walked = { id: `${demand.word}: ${id}`, regions, transitions };
  if (transitions.length > 0) return { ...walked, verdict: demand.verdict };
  if (leaves.length > 0 || !complete) {
    return {
      ...walked,
      verdict: 'not-proved',
      because: 'no patient could be made for a difference',
    };
  }
  return { ...walked, verdict: 'cosmetic' };
}
