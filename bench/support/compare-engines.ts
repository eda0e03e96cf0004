import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';

import type { Shipped } from '../../src/cli/in-force.ts';
import type { Context } from '../../src/evaluation/context.ts';
import { verdictsOf } from '../../src/evaluation/evaluate-rule.ts';
import { contextOf, type Screener, screener } from '../../src/evaluation/screen.ts';
import type { Answer } from '../../src/intake/answers.ts';
import { Recogniser } from '../../src/medicines/recogniser.ts';
import { readBack } from '../../src/time/parse-time.ts';
import { otherEngines, plainNames } from './engines.ts';
import { type Answers, factsIn, patients, statedRules } from './stated-rules.ts';

const PROCEDURE_AT = readBack('2026-11-24T18:00Z');
const CHECKED = 300;
const OURS = 20_000;

/** Decisions a second of one thread: the rules that the others can state, over the same patients. */
export async function compareEngines(home: string): Promise<void> {
  const read = (name: string): unknown => JSON.parse(readFileSync(`${home}/dist/${name}`, 'utf8'));
  const { ruleSet, site } = read('shipped.json') as Shipped;
  const recogniser = new Recogniser(read('vocabulary.json') as never);
  const stated = statedRules(ruleSet);
  const asked = new Set(stated.flatMap(({ when }) => factsIn(when)));
  const questions = ruleSet.questions.filter(({ id }) => asked.has(id));
  const all = patients(questions, OURS);
  const rules = stated.map(({ body }) => body);
  const own = screener({ ...ruleSet, rules }, recogniser, site, 'sha256:bench');
  const engines = await otherEngines(stated);
  const places = new Map(rules.map(({ id }, index) => [id, index]));
  for (const answers of all.slice(0, CHECKED)) {
    const ours = fired(contextFor(answers, own)).map((id) => places.get(id));
    for (const { name, fired: others } of engines) {
      const theirs = await others(plainNames(answers));
      if (!isDeepStrictEqual(ours, theirs))
        throw new Error(`${name} fires ${theirs.join()} where ours are ${ours.join()}`);
    }
  }
  console.log(
    `${stated.length} of ${ruleSet.rules.length} rules, ${questions.length} answers a patient; the outcomes are the same for ${CHECKED} patients`,
  );
  const contexts = all.map((answers) => contextFor(answers, own));
  const data = all.map(plainNames);
  const ours = await rate(contexts, (context) => verdictsOf(fresh(context)));
  line('prescreen', ours, ours);
  for (const { name, fired: others, patients: count } of engines)
    line(name, await rate(data.slice(0, count), others), ours);
}

function line(name: string, perSecond: number, ours: number): void {
  const ratio = (ours / perSecond).toFixed(perSecond > ours / 10 ? 2 : 0);
  console.log(
    `  ${name.padEnd(30)}${perSecond.toFixed(0).padStart(10)} a second${ratio.padStart(8)}`,
  );
}

const ROUNDS = 5;

/** The best of some rounds: what else the machine does only slows one down. */
async function rate<T>(items: readonly T[], decide: (item: T) => unknown): Promise<number> {
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.hrtime.bigint();
    for (const item of items) {
      const decided = decide(item);
      if (decided instanceof Promise) await decided;
    }
    best = Math.max(best, (items.length * 1e9) / Number(process.hrtime.bigint() - start));
  }
  return best;
}

/** Nothing decided for this patient before. */
function fresh(context: Context): Context {
  return { ...context, decided: new Map() };
}

function fired(context: Context): string[] {
  return verdictsOf(context).flatMap(({ status, rule }) =>
    status === 'fired' ? [rule.body.id] : [],
  );
}

function contextFor(answers: Answers, own: Screener): Context {
  const told = Object.entries(answers).map(([id, value]): [string, Answer] => [
    id,
    { state: 'answered', value },
  ]);
  return contextOf(
    {
      id: 'bench',
      procedure_at: PROCEDURE_AT,
      screened_at: PROCEDURE_AT - 3_600_000,
      answers: new Map(told),
      medicines: [],
    },
    own,
  );
}
