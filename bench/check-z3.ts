/**
 * Holds the regions that `rules verify` and `rules diff` walk against z3. For each shipped rule z3 is asked for a
 * patient whom no region covers, or in whose region the real evaluation says something else of the rule than its
 * condition does when it is written as formulas.
 */
import { init, killThreads } from 'z3-solver';

import { shippedBench } from '../test/support/planted-edits.ts';
import { type Compared, comparedRules } from './support/smt-regions.ts';

const TIMEOUT_MS = 60_000;

const { em, Context } = await init();
const { Solver } = Context('main');
const counts = { agree: 0, differ: 0, open: 0, regions: 0 };
const inexpressible = new Map<string, string[]>();
const start = performance.now();
for (const compared of comparedRules(shippedBench)) await compare(compared);
await killThreads(em);

const rules = counts.agree + counts.differ + counts.open;
const others = [...inexpressible.values()].flat().length;
console.log(
  `z3: ${rules} rules compared, ${counts.agree} agree, ${counts.differ} differ, ${counts.open} undecided; ${others} not expressible`,
);
console.log(`${counts.regions} regions, ${((performance.now() - start) / 1000).toFixed(1)} s`);
for (const [why, ids] of inexpressible) console.log(`not expressible, ${why}: ${ids.join(', ')}`);
process.exitCode = counts.differ > 0 ? 1 : counts.open > 0 ? 3 : 0;

async function compare(compared: Compared): Promise<void> {
  if (compared.is === 'not expressible') {
    inexpressible.set(compared.why, [...(inexpressible.get(compared.why) ?? []), compared.rule]);
    return;
  }
  const solver = new Solver();
  solver.set('timeout', TIMEOUT_MS);
  // Asked incrementally, z3 keeps to its core: its tactic for bounded numbers runs out of memory on the larger questions.
  solver.push();
  solver.fromString(compared.text);
  const answer = await solver.check();
  counts.regions += compared.regions;
  if (answer === 'unsat') counts.agree += 1;
  else if (answer === 'sat') {
    counts.differ += 1;
    console.log(`${compared.rule} differs: ${solver.model().sexpr().replaceAll(/\s+/g, ' ')}`);
  } else {
    counts.open += 1;
    console.log(`${compared.rule}: z3 did not finish in ${TIMEOUT_MS / 1000} s`);
  }
}
