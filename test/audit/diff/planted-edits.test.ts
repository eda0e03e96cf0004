/** Plants slips of the pen in the shipped rules, one at a time, and looks whether the difference is found. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { diffRules } from '../../../src/audit/diff/diff.ts';
import { mutantsOf } from '../../support/mutants.ts';
import type { Bench } from '../../../src/audit/regions/bench.ts';
import { screener } from '../../../src/evaluation/screen.ts';
import { Recogniser } from '../../../src/medicines/recogniser.ts';
import { loadRules } from '../../../src/rules/load.ts';
import type { RuleSet } from '../../../src/rules/rule-set.ts';
import { shipped } from '../../support/shipped.ts';

const FOLDER = new URL('../../../rules/', import.meta.url);
const loaded = loadRules(
  readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, text: readFileSync(new URL(name, FOLDER), 'utf8') })),
);
if (!loaded.ok) throw new Error('the shipped rules do not load');
const { ruleSet, vocabulary, healthy } = loaded.value;
const recogniser = new Recogniser(vocabulary);

function benchOf(rules: RuleSet): Bench {
  return {
    screener: screener(rules, recogniser, shipped.site, 'sha256:test'),
    vocabulary,
    healthy,
  };
}

/** The rules that look at no other medicine than the one at hand: those that do take seconds each. */
const QUICK =
  /^(?:allergy|bleeding|consent|diabetes|fasting|heart|infection|neuro|pregnancy|steroid|vaccine|health|driver|blood-pressure)\./;
const EDITS = 200;

test(
  'each planted edit is found with a patient who replays, or proved to change nothing',
  { timeout: 300_000 },
  () => {
    const all = [...mutantsOf(ruleSet)].filter(({ what }) => QUICK.test(what));
    expect(all.length).toBeGreaterThanOrEqual(EDITS);
    const before = benchOf(ruleSet);
    const missed = Array.from(
      { length: EDITS },
      (_, index) => all[Math.floor((index * all.length) / EDITS)],
    ).flatMap((mutant) => {
      if (!mutant) return [];
      const { changes, parts } = diffRules(before, benchOf(mutant.ruleSet));
      const found = parts.length > 0 && changes.every(({ verdict }) => verdict !== 'not-proved');
      const shown = changes
        .filter(({ verdict }) => verdict === 'changes')
        .every(({ transitions }) => transitions.length > 0);
      return found && shown ? [] : [mutant.what];
    });
    expect(missed).toEqual([]);
  },
);
