/** Plants slips of the pen in the shipped rules, one at a time, and judges whether the comparison finds them. */
import { readdirSync, readFileSync } from 'node:fs';

import { diffRules } from '../../src/audit/diff/diff.ts';
import { differs, replay } from '../../src/audit/diff/witness.ts';
import type { Bench } from '../../src/audit/regions/bench.ts';
import { screener } from '../../src/evaluation/screen.ts';
import { Recogniser } from '../../src/medicines/recogniser.ts';
import { loadRules } from '../../src/rules/load.ts';
import type { RuleSet } from '../../src/rules/rule-set.ts';
import { type Mutant, mutantsOf } from '../../src/audit/mutate/mutants.ts';
import { shipped } from './shipped.ts';

/**
 * `found`: with a witness who replays; `cosmetic`: proved to change no decision, though perhaps words. An edit is found
 * although, beside the witness, something stays open: `found, and more open`.
 */
export type Outcome =
  | 'found'
  | 'found, and more open'
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
  const shown = changes.flatMap(({ transitions }) => transitions);
  const replays = shown.every(({ witness }) => {
    const again = replay(witness.answers, [shippedBench, after]);
    return again !== undefined && differs(again);
  });
  if (!replays) return 'WITNESS DOES NOT REPLAY';
  const isOpen = changes.some(({ verdict }) => verdict === 'not-proved');
  if (changes.some(({ verdict, transitions }) => verdict === 'changes' && transitions.length > 0))
    return isOpen ? 'found, and more open' : 'found';
  return isOpen ? 'NOT PROVED' : 'cosmetic';
}
