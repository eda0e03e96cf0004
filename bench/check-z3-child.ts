/** The child of `check-z3.ts`: puts the questions that it is sent to z3 and sends each answer as it comes. */
import { once } from 'node:events';

import { init } from 'z3-solver';

import type { Z3Question } from './support/smt-regions.ts';
import type { Z3Answer } from './support/z3-answers.ts';

/** Steps of z3, fifty times what the hardest rule takes. A limit in seconds would leave rules undecided on a busy machine. */
const STEPS = 100_000_000;

const [questions] = (await once(process, 'message')) as [readonly Z3Question[]];
const { Context } = await init();
const { Solver } = Context('main');
/** Kept to the end: what is collected would be freed in this thread while z3 works in another on the same memory. */
const solvers: object[] = [];
for (const question of questions) process.send?.(await answered(question));

async function answered({ rule, text, regions }: Z3Question): Promise<Z3Answer> {
  const solver = new Solver();
  solvers.push(solver);
  solver.set('rlimit', STEPS);
  // Asked incrementally, z3 keeps to its core: its tactic for bounded numbers runs out of memory on the larger questions.
  solver.push();
  solver.fromString(text);
  const answer = await solver.check();
  if (answer === 'unsat') return { rule, is: 'agrees', regions };
  if (answer === 'sat')
    return { rule, is: 'differs', patient: solver.model().sexpr().replaceAll(/\s+/g, ' ') };
  return { rule, is: 'undecided', why: `z3 says: ${solver.reasonUnknown()}` };
}
