import { isRequired } from '../../evaluation/missing.ts';
import { canonicalJson } from '../../rules/canonical.ts';
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
const REQUIRED: Standing = { is: 'fired', disposition: 'hold', urgency: 'routine' };

/** The questions that are required of other patients than before. */
export function questionChanges(
  benches: readonly [Bench, Bench],
  nodes: Nodes,
  finder: WitnessFinder,
): Change[] {
  const ids = new Set(benches.flatMap(({ screener }) => [...screener.prepared.questions.keys()]));
  return [...ids].toSorted().flatMap((id) => {
    const [old, now] = benches.map(({ screener: { prepared } }) => {
      const question = prepared.questions.get(id);
      if (!question || question.need === 'optional') return 'optional';
      return canonicalJson([question.need, question.when && meaningOf([question.when], prepared)]);
    });
    return old === now ? [] : [questionChange(id, nodes, finder)];
  });
}

function questionChange(id: string, nodes: Nodes, finder: WitnessFinder): Change {
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
        return question && isRequired(question, context) ? REQUIRED : QUIET;
      });
    },
    ([before = QUIET, after = QUIET], taken) => {
      if (before.is !== after.is && leaves.length < KEPT && nodes.isPossible(taken, model)) {
        leaves.push({
          before,
          after,
          model,
          taken: [...taken, { key: answerKey(id), option: { answer: undefined }, index: 1 }],
        });
      }
    },
    BUDGET,
  );
  const transitions: Transition[] = transitionsOf(leaves, finder, id);
  const walked = { id: `required: ${id}`, regions, transitions };
  if (transitions.length > 0) return { ...walked, verdict: 'changes' };
  if (leaves.length > 0 || !complete) {
    return {
      ...walked,
      verdict: 'not-proved',
      because: 'no patient could be made for a difference',
    };
  }
  return { ...walked, verdict: 'cosmetic' };
}
