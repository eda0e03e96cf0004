import type { PreparedRule } from '../../evaluation/context.ts';
import { restriction, resultOf } from '../diff/witness.ts';
import type { Region } from '../regions/answer-regions.ts';
import type { Bench } from '../regions/bench.ts';
import { type Choose, type Taken, walk } from '../regions/choices.ts';
import { LazyPatient } from '../regions/lazy-patient.ts';
import { type Model, modelOf, once, regionsOfFact } from '../regions/model.ts';
import type { Nodes } from '../regions/nodes.ts';
import { Narrowing } from '../regions/open.ts';
import { openDosePairs, openTimes } from '../regions/open-values.ts';
import { readingOf } from '../regions/reading.ts';
import { standingInLine } from '../regions/standing.ts';
import type { Raw } from '../regions/written.ts';
import type { Law, Ruling } from './law.ts';

const BUDGET = 200_000;
/** Patients that are replayed for one rule before it is left undecided. */
const REPLAYS = 12;
/** The answers that tell how long ago something was taken in. */
const MOMENTS = ['last_meal.at', 'last_drink.at'];

export const laterIsNotSafer: Law = {
  id: 'later-is-not-safer',
  says: 'Moving a last dose, meal or drink closer to the procedure never makes the disposition less restrictive.',
  rule(bench, nodes): Ruling {
    let regions = 0;
    let count = 0;
    const open: string[] = [];
    for (const rule of nodes.benches[0]?.screener.prepared.rules ?? []) {
      for (const fact of ['last_taken', ...MOMENTS]) {
        const found = ruleIsMonotone(rule, fact, bench, nodes);
        if (!found) continue;
        count += 1;
        regions += found.regions;
        if (found.witness)
          return {
            status: 'refuted',
            regions,
            basis: `${rule.body.id}: ${fact}`,
            witness: found.witness,
          };
        if (!found.proved) open.push(`${rule.body.id} (${fact})`);
      }
    }
    if (open.length > 0)
      return {
        status: 'not-proved',
        regions,
        basis: `not monotone by itself, or not searched to the end: ${open.join(', ')}`,
      };
    return {
      status: 'proved',
      regions,
      basis: `each of the ${count} rules that read such a moment is monotone by itself, and the disposition is the most restrictive of all; one medicine at a time, whatever any number of others makes true or open`,
    };
  },
};

interface Monotone {
  readonly proved: boolean;
  readonly regions: number;
  readonly witness?: Raw;
}

function ruleIsMonotone(
  rule: PreparedRule,
  fact: string,
  bench: Bench,
  nodes: Nodes,
): Monotone | undefined {
  const [view] = nodes.benches;
  if (!view) return undefined;
  const reading = readingOf(
    [rule.condition, ...(rule.body.unless ? [rule.body.unless] : [])],
    view.screener.prepared,
  );
  if (!reading.tests.has(fact) || (fact === 'last_taken' && !rule.body.each_medicine))
    return undefined;
  const model = modelOf([view], [reading], {
    nodes,
    slots: Number(rule.body.each_medicine !== undefined),
  });
  const times = fact === 'last_taken' ? openDosePairs : openTimes;
  const broken: (readonly Taken[])[] = [];
  const { complete, regions } = walk(
    (choose) => {
      const narrowing = new Narrowing(choose);
      const rankAt = (place: 0 | 1): number => {
        const fixed: Choose = <T>(key: string, options: () => readonly T[]): T =>
          key === `answer:${fact}`
            ? (pairOf(choose, fact, model)[place] as T)
            : choose(key, options);
        const patient = new LazyPatient(fixed, model, { narrowing, times, place });
        const line = (count: number): number => choose('line', () => [...Array(count).keys()]);
        return restriction(standingInLine(rule, patient, line));
      };
      return rankAt(0) >= rankAt(1);
    },
    (holds, taken) => {
      if (!holds && broken.length < REPLAYS) broken.push(taken);
    },
    BUDGET,
  );
  for (const taken of broken) {
    const witness = lessRestrictive(taken, fact, bench, nodes);
    if (witness) return { proved: false, regions, witness };
  }
  return { proved: complete && broken.length === 0, regions };
}

/** Two neighbouring regions of the moment, the later first. */
function pairOf(choose: Choose, fact: string, model: Model): readonly [Region, Region] {
  const moments = once(model, `monotone ${fact}`, () =>
    regionsOfFact(fact, model, model.healthy.procedure_at)
      .filter(({ answer }) => answer?.state === 'answered')
      .toSorted((a, b) => momentIn(a) - momentIn(b)),
  );
  return choose(`pair:${fact}`, () =>
    moments.slice(1).flatMap((later, index): [Region, Region][] => {
      const earlier = moments[index];
      return earlier ? [[later, earlier]] : [];
    }),
  );
}

function momentIn({ answer }: Region): number {
  return answer?.state === 'answered' ? Number(answer.value) : 0;
}

function keyOf(fact: string): string {
  return fact === 'last_taken' ? 'medicine:0:last_taken' : `answer:${fact}`;
}

/** Whether the whole result, replayed, is less restrictive with the later moment. */
function lessRestrictive(
  taken: readonly Taken[],
  fact: string,
  bench: Bench,
  nodes: Nodes,
): Raw | undefined {
  const pair = taken.find(({ key }) => key === `pair:${fact}` || key === keyOf(fact))?.option;
  if (!Array.isArray(pair)) return undefined;
  const others = taken.filter(
    ({ key }) => !key.startsWith(keyOf(fact)) && !key.startsWith('pair:'),
  );
  const results = pair.map((option: unknown) => {
    const [patient] = nodes.patientsOf([...others, { key: keyOf(fact), option, index: 1 }]);
    const answers = patient && {
      ...patient.answers,
      ...(patient.medicines.length > 0 ? { medications: patient.medicines } : {}),
    };
    return { answers, result: answers && resultOf(answers, bench) };
  });
  const [later, earlier] = results;
  if (!later?.result || !earlier?.result) return undefined;
  return restriction(later.result) < restriction(earlier.result) ? later.answers : undefined;
}
