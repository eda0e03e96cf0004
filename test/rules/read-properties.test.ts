import { describe, expect, test } from 'vitest';

import { loadRules } from '../../src/rules/load.ts';
import { readProperties } from '../../src/rules/read-properties.ts';
import { places } from '../support/places.ts';
import { compileParts, ruleFiles } from '../support/small-clinic.ts';
import { SMALL_FORMULARY } from '../support/small-formulary.ts';

const PARTS = { questions: [{ id: 'temperature', type: 'number', between: [30, 45] }] };
const GROUNDS =
  'says: it holds, sources: [{id: book, section: p. 1}], evidence: guideline, review_by: 2027-01-01';

function faults(...kinds: string[]): string[] {
  const lines = kinds.map((kind, index) => `  - {id: p-${index}, ${GROUNDS}, ${kind}}`);
  const text = `properties:\n${lines.join('\n')}\n`;
  const read = readProperties([{ file: 'rules/properties.yaml', text }], compileParts(PARTS));
  return read.ok ? [] : places(read.diagnostics);
}

describe('the properties of a rules folder', () => {
  test('are none without the file', () => {
    expect(readProperties(ruleFiles(PARTS), compileParts(PARTS))).toEqual({ ok: true, value: [] });
  });

  test('are read in all their kinds', () => {
    expect(
      faults(
        'never: {when: [temperature: at least 38], disposition: go}',
        'always: {when: [temperature: at least 38], disposition: hold, urgency: emergency}',
        'monotone: {fact: temperature, direction: higher, never: less restrictive}',
        'complete: {fact: temperature}',
      ),
    ).toEqual([]);
  });

  test.each([
    ['never: {when: [temperatur: at least 38], disposition: go}', 'unknown-fact'],
    ['never: {when: [temperature: includes 38], disposition: go}', 'wrong-test'],
    ['never: {when: [last_taken: on the day of the procedure], disposition: go}', 'wrong-place'],
    ['monotone: {fact: temperatur, direction: higher, never: less restrictive}', 'unknown-fact'],
    ['monotone: {fact: temperature, direction: later, never: less restrictive}', 'wrong-test'],
    ['complete: {fact: temperatur}', 'unknown-fact'],
    ['never: {disposition: go}', 'invalid-property'],
    ['never: {when: [temperature: at least 38], disposition: hold}', 'invalid-value'],
    ['title: none of the kinds', 'unknown-key'],
  ])('%s is told as %s, at its place', (kind, code) => {
    const found = faults(kind);
    expect(found.some((each) => each.includes(code))).toBe(true);
    expect(found[0]).toMatch(/2:\d+/);
  });

  test('stand on sources that are declared', () => {
    const text = `properties:\n  - {id: p, ${GROUNDS.replace('book', 'bok')}, complete: {fact: temperature}}\n`;
    const read = readProperties([{ file: 'properties.yaml', text }], compileParts(PARTS));
    expect(read.ok ? [] : places(read.diagnostics)).toEqual([
      expect.stringContaining('unknown-source'),
    ]);
  });

  test('have names of their own', () => {
    const twice = `properties:\n${`  - {id: p, ${GROUNDS}, complete: {fact: temperature}}\n`.repeat(2)}`;
    const read = readProperties([{ file: 'properties.yaml', text: twice }], compileParts(PARTS));
    expect(read.ok ? [] : places(read.diagnostics)).toEqual([
      expect.stringContaining('duplicate-id'),
    ]);
  });

  test('are no part of the rules', () => {
    const files = [
      ...ruleFiles(PARTS),
      ...SMALL_FORMULARY.map((each) => ({ ...each, file: `formulary/${each.file}` })),
    ];
    const [without, beside] = [
      files,
      [...files, { file: 'properties.yaml', text: 'no: rules' }],
    ].map(loadRules);
    expect(without?.ok && beside?.ok && beside.value.ruleSet).toEqual(
      without?.ok && without.value.ruleSet,
    );
  });
});
