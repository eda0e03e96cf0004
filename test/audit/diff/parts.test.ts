import { describe, expect, test } from 'vitest';

import { writtenDifferently } from '../../../src/audit/diff/parts.ts';
import type { Bench } from '../../../src/audit/regions/bench.ts';
import { canonicalJson } from '../../../src/rules/canonical.ts';
import { shippedBench } from '../../support/planted-edits.ts';

/** The value with something of it lost or changed. */
function damaged(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(1);
  if (typeof value === 'string') return `${value} otherwise`;
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  // Columns of equal length stay so.
  if (entries.every(([, part]) => Array.isArray(part)))
    return Object.fromEntries(entries.map(([key, part]) => [key, damaged(part)]));
  const [first, ...others] = entries;
  return Object.fromEntries(first ? [[first[0], damaged(first[1])], ...others] : []);
}

const { screener, vocabulary } = shippedBench;
const { ruleSet } = screener.prepared;

describe('what is written differently', () => {
  test.each(Object.keys(ruleSet))('is seen in `%s` of the rules', (key) => {
    const value = ruleSet[key as keyof typeof ruleSet];
    const prepared = { ...screener.prepared, ruleSet: { ...ruleSet, [key]: damaged(value) } };
    const after: Bench = { ...shippedBench, screener: { ...screener, prepared } };
    expect(writtenDifferently(shippedBench, after)).not.toEqual([]);
  });

  test.each(Object.keys(vocabulary))('is seen in `%s` of the formulary', (key) => {
    const value = vocabulary[key as keyof typeof vocabulary];
    const changed = { ...vocabulary, [key]: damaged(value) };
    expect(canonicalJson(changed)).not.toBe(canonicalJson(vocabulary));
    const after: Bench = { ...shippedBench, vocabulary: changed };
    expect(writtenDifferently(shippedBench, after)).not.toEqual([]);
  });
});
