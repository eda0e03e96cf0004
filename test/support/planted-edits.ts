/** Plants slips of the pen in the shipped rules, one at a time, and judges whether the comparison finds them. */
import { readdirSync, readFileSync } from 'node:fs';

import { diffRules } from '../../src/audit/diff/diff.ts';
import { differs, replay } from '../../src/audit/diff/witness.ts';
import type { Bench } from '../../src/audit/regions/bench.ts';
import { contextWith } from '../../src/audit/regions/replay.ts';
import type { Raw } from '../../src/audit/regions/written.ts';
import { evaluateRule } from '../../src/evaluation/evaluate-rule.ts';
import { screener } from '../../src/evaluation/screen.ts';
import { Recogniser } from '../../src/medicines/recogniser.ts';
import { loadRules } from '../../src/rules/load.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import { type Mutant, mutantsOf } from '../../src/audit/mutate/mutants.ts';
import { shipped } from './shipped.ts';

/**
 * `found`: with a witness who replays, and the proof that nobody else is decided otherwise; `cosmetic`: proved to change
 * no decision, though perhaps words. `FOUND, AND MORE OPEN`: beside the witness, something was not proved.
 */
export type Outcome =
  | 'found'
  | 'FOUND, AND MORE OPEN'
  | 'cosmetic'
  | 'NOT PROVED'
  | 'WITNESS DOES NOT REPLAY'
  | 'MISSED';

const FOLDER = new URL('../../rules/', import.meta.url);
const loaded = loadRules(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, text: readFileSync(new URL(name, FOLDER), 'utf8') })),
);
if (!loaded.ok) throw new Error('the shipped rules do not load');
const { ruleSet, vocabulary, healthy } = loaded.value;
const recogniser = new Recogniser(vocabulary);

/** Every kind of edit of every rule, parameter and table line. */
export const plantable: readonly Mutant[] = [...mutantsOf(ruleSet)];

/** So many of the edits, evenly spread over the rules, parameters and tables. */
export function plantedEdits(count: number, offset = 0, among = plantable): Mutant[] {
  const step = among.length / count;
  return Array.from({ length: count }, (_, index) => {
    const edit = among[Math.floor((index + offset) * step) % among.length];
    if (!edit) throw new Error('there are no edits');
    return edit;
  });
}

export const shippedBench: Bench = benchOf(ruleSet);

function benchOf(rules: RuleSet): Bench {
  return {
    screener: screener(rules, recogniser, shipped.site, 'sha256:test'),
    vocabulary,
    healthy,
  };
}

export function judgeEdit(edit: Mutant): Outcome {
  const after = benchOf(edit.ruleSet);
  const { changes, parts } = diffRules(shippedBench, after);
  if (parts.length === 0) return 'MISSED';
  const benches: readonly [Bench, Bench] = [shippedBench, after];
  const replays = changes.every(({ id, transitions }) =>
    transitions.every(({ witness: { answers }, masked }) => {
      if (masked) return standsOtherwise(id, answers, benches);
      const again = replay(answers, benches);
      return again !== undefined && differs(again);
    }),
  );
  if (!replays) return 'WITNESS DOES NOT REPLAY';
  const isOpen = changes.some(({ verdict }) => verdict === 'not-proved');
  if (changes.some(({ verdict, transitions }) => verdict === 'changes' && transitions.length > 0))
    return isOpen ? 'FOUND, AND MORE OPEN' : 'found';
  return isOpen ? 'NOT PROVED' : 'cosmetic';
}

/** Whether the rule by itself says something else of the patient. */
function standsOtherwise(id: string, answers: Raw, benches: readonly [Bench, Bench]): boolean {
  const said = benches.map((bench) => {
    const rule = bench.screener.prepared.rules.find(({ body }) => body.id === id);
    const context = contextWith(answers, bench);
    return rule && context ? evaluateRule(rule, context).map(({ status }) => status) : [];
  });
  return JSON.stringify(said[0]) !== JSON.stringify(said[1]);
}

/** What the comparison makes wrongly of every so many-th of 200 edits, so that threads can share them. */
export function missedIn(first: number, every: number): string[] {
  const edits = plantedEdits(200).filter((_, index) => index % every === first);
  return edits.flatMap((edit) => {
    const outcome = judgeEdit(edit);
    return outcome === 'found' || outcome === 'cosmetic' ? [] : [`${edit.what}: ${outcome}`];
  });
}
