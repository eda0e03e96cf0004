/**
 * What a SAT solver would take for the questions that `rules verify` and `rules diff` walk through: for each shipped rule
 * without a medicine at hand, whether one slip in it is told from the rule by anybody. Prints the walk beside logic-solver
 * (MiniSat), which is given the same regions, and how often the two agree.
 */
import Logic from 'logic-solver';

import { mutantsOf } from '../src/audit/mutate/mutants.ts';
import { walk } from '../src/audit/regions/choices.ts';
import { LazyPatient } from '../src/audit/regions/lazy-patient.ts';
import { modelOf } from '../src/audit/regions/model.ts';
import { Nodes } from '../src/audit/regions/nodes.ts';
import { conditionsIn, readingOf } from '../src/audit/regions/reading.ts';
import { verdictTruth } from '../src/evaluation/evaluate-rule.ts';
import { prepareRule } from '../src/evaluation/prepared.ts';
import { shippedBench } from '../test/support/planted-edits.ts';
import { type Asked, SatRule } from './support/sat-rule.ts';

const nodes = new Nodes([shippedBench]);
const [bench] = nodes.benches;
if (!bench) throw new Error('no rules');
const { prepared } = bench.screener;
const counts = { questions: 0, agree: 0, differ: 0 };
const ms = { walk: 0, sat: 0, started: 0 };

const start = performance.now();
const solver = new Logic.Solver();
solver.solve();
ms.started = performance.now() - start;

for (const mutant of mutantsOf(prepared.ruleSet)) {
  if (mutant.kind !== 'rules') continue;
  const before = prepared.rules.find(({ body }) => body.id === mutant.of);
  const body = mutant.ruleSet.rules.find(({ id }) => id === mutant.of);
  if (!before || !body || body.each_medicine) continue;
  const after = prepareRule(body, prepared.definitions);
  const both = [before, after];
  const model = modelOf([bench], [readingOf(both.flatMap(conditionsIn), prepared)], { nodes });
  const asked: Asked = { both, model, bench, solver, name: String(counts.questions) };

  const walked = performance.now();
  let found = false;
  walk(
    (choose) => {
      const context = new LazyPatient(choose, model).seenBy(0);
      const [a, b] = both.map((rule) => verdictTruth(rule, context, { needs: rule.needs }));
      return a !== b;
    },
    (differs) => {
      found ||= differs;
      return differs ? 'stop' : undefined;
    },
    20_000,
  );
  const solved = performance.now();
  const sat = new SatRule(asked).differs();
  ms.walk += solved - walked;
  ms.sat += performance.now() - solved;
  counts.questions += 1;
  if (sat === found) counts.agree += 1;
  else counts.differ += 1;
}
console.log(
  `${counts.questions} slips in rules without a medicine: ${counts.agree} verdicts agree, ${counts.differ} differ`,
);
console.log(
  `walk over regions ${(ms.walk / 1000).toFixed(2)} s; logic-solver ${(ms.sat / 1000).toFixed(2)} s, with ${ms.started.toFixed(0)} ms to start`,
);
