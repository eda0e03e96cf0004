/** @module-tag long */
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { coverageOf } from '../src/audit/coverage/coverage.ts';
import { mutate } from '../src/audit/mutate/mutate.ts';
import { readYamlFolder } from '../src/cli/files.ts';
import { diagnosticsText } from '../src/report/diagnostics-text.ts';
import { loadRules } from '../src/rules/load.ts';
import { HOME } from './support/command-line.ts';
import { shippedScreener as screener } from './support/shipped.ts';

const loaded = loadRules(readYamlFolder(join(HOME, 'rules')));
if (!loaded.ok) throw new Error(diagnosticsText(loaded.diagnostics));
const rules = loaded.value;

/** `rules coverage --mutate` proves of each that no patient shows it. */
describe('the examples and cases of the shipped rules', { timeout: 120_000 }, () => {
  test('show all that a patient can show', () => {
    const missing = coverageOf(rules, screener, {}).shown.filter(({ by }) => !by);
    expect(missing.map(({ target: { of, says } }) => `${of}: ${says}`)).toEqual([
      'risk.high: `procedure.class: high` met',
      'risk.high: `procedure.class: high` met, deciding',
      'risk.high: `procedure.class: intermediate` not met',
      'risk.high: `procedure.class: intermediate` not met, deciding',
      expect.stringMatching(/^supplements: fish oil, .*: `alone: harmless`$/),
    ]);
  });

  test('notice every slip that decides otherwise', () => {
    const missed = mutate(rules, { screener }, new Set()).filter(({ by }) => !by);
    expect(missed.map(({ mutant: { of, what } }) => `${of}: ${what}`)).toEqual([
      'thinners.restart: each_medicine: dropped `in_table: thinners-at-high-risk`',
      'risk.high: dropped `procedure.class: high`',
      'risk.high: dropped `procedure.class: intermediate`',
      expect.stringMatching(/^supplements: fish oil, .*: without `alone`$/),
    ]);
  });
});
