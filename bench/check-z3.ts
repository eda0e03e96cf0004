/**
 * Holds the regions that `rules verify` and `rules diff` walk against z3. For each shipped rule z3 is asked for a
 * patient whom no region covers, or in whose region the real evaluation says something else of the rule than its
 * condition does when it is written as formulas. Exit code 1 where there is one, 3 where a rule stays undecided.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { shippedBench } from '../test/support/planted-edits.ts';
import { answersOfChild } from './support/answers-of-child.ts';
import { askedInChunks } from './support/asked-in-chunks.ts';
import { comparedRules, type Z3Question } from './support/smt-regions.ts';
import { type Z3Answer, z3Report } from './support/z3-answers.ts';

const CHILD = fileURLToPath(new URL('check-z3-child.mjs', import.meta.url));
/** For one rule; the hardest takes 5 s. */
const PATIENCE_MS = 180_000;

const start = performance.now();
const questions: Z3Question[] = [];
const answers: Z3Answer[] = [];
for (const compared of comparedRules(shippedBench)) {
  if (compared.is === 'question') questions.push(compared);
  else answers.push({ rule: compared.rule, is: 'undecided', why: compared.why });
}
const all = questions.length + answers.length;
tell(`${questions.length} of ${all} rules are written as questions`);
for await (const answer of askedInChunks(questions, { ask, chunk: 20, tries: 3 })) {
  answers.push(answer);
  if (answers.length % 20 === 0) tell(`${answers.length} of ${all} rules`);
}
const { lines, exitCode } = z3Report(answers);
for (const line of lines) console.log(line);
process.exitCode = exitCode;

function ask(asked: readonly Z3Question[]): AsyncIterable<Z3Answer> {
  // What z3 itself prints when it fails is no answer.
  const child = fork(CHILD, { stdio: ['ignore', 2, 2, 'ipc'] });
  child.send(asked);
  return answersOfChild<Z3Answer>(child, asked.length, (giveUp) => {
    const timer = setTimeout(giveUp, PATIENCE_MS);
    return () => clearTimeout(timer);
  });
}

function tell(what: string): void {
  console.error(`z3: ${what}, ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
