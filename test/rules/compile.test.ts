import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { canonicalJson } from '../../src/rules/canonical.ts';
import { compileRules } from '../../src/rules/compile.ts';
import { type SourceText } from '../../src/source/diagnostic.ts';
import { places, readOf } from '../support/places.ts';
import {
  compileSmall,
  faultsOf,
  faultsOfFiles,
  HEADER,
  rulesFile,
} from '../support/small-rules.ts';
import { PARAMETERS, QUESTIONS, rule, RULES, TABLE } from '../support/rule-text.ts';

describe('a rule set', () => {
  test('has what stands in any of its files', () => {
    const files = [QUESTIONS, RULES, PARAMETERS].map((text, index) => ({
      file: `${index}.yaml`,
      text,
    }));
    const { questions, rules, parameters } = readOf(compileRules([HEADER, ...files])).ruleSet;
    expect(questions.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(rules.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(Object.keys(parameters)).toEqual(['p']);
  });

  test('is the same whatever the order of its files', () => {
    const parts = [
      QUESTIONS,
      `rules:${rule('one')}\n`,
      `rules:${rule('two')}\n`,
      PARAMETERS,
      TABLE,
    ];
    const files = [HEADER, ...parts.map((text, index) => ({ file: `${index}.yaml`, text }))];
    const digest = (sources: readonly SourceText[]): string =>
      canonicalJson(readOf(compileRules(sources)).ruleSet);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(files, { minLength: files.length }),
        (shuffled) => digest(shuffled) === digest(files),
      ),
      { numRuns: 25 },
    );
  });

  test('is the same whatever the order of its rules', () => {
    const forth = compileSmall(`${QUESTIONS}rules:${rule('one')}${rule('two')}\n`);
    const back = compileSmall(`${QUESTIONS}rules:${rule('two')}${rule('one')}\n`);
    expect(back.ruleSet).toEqual(forth.ruleSet);
  });

  test('keeps examples apart from what decides', () => {
    const { ruleSet, examples } = compileSmall(QUESTIONS + RULES);
    expect(Object.keys(ruleSet.rules[1] ?? {})).not.toContain('examples');
    expect(examples.map((each) => [each.rule, each.example.name])).toEqual([['two', 'x']]);
  });
});

describe('a line of a table', () => {
  const rows = compileSmall(TABLE).ruleSet.tables[0]?.rows ?? [];

  test('has its lengths of time read, in columns of that type alone', () => {
    expect(rows.map(({ values }) => values)).toEqual([
      { hold: { count: 3, unit: 'days' } },
      { note: '3 days' },
    ]);
  });

  test('stands on the grounds of the table unless it has its own', () => {
    expect(rows.map(({ evidence, sources }) => [evidence, sources[0]?.section])).toEqual([
      ['guideline', 'p. 1'],
      ['label', 'p. 2'],
    ]);
  });

  test('may name one drug or class without a list', () => {
    expect(rows.map((row) => row.drug ?? row.class)).toEqual([['one'], ['two']]);
  });
});

describe('faults', () => {
  test.each(['set', 'wording', 'plans'])('the part `%s` must stand in some file', (part) => {
    const text = HEADER.text.replace(new RegExp(`^${part}:.*\\n(  .*\\n)*`, 'm'), '');
    expect(places(faultsOfFiles([{ file: 'header.yaml', text }]))).toEqual([
      'header.yaml:2:1 missing-part',
    ]);
  });

  test('of all files are told at once', () => {
    const faulty = [
      'rulez: []\n',
      'rules:\n  - id: x\n    when: [{a: somewhat high}]\n',
      'a: 1\na: 2\n',
    ];
    const files = faulty.map((text, index) => ({ file: `${index}.yaml`, text }));
    const found = places(faultsOfFiles([HEADER, ...files])).map((place) => place.split(':')[0]);
    expect([...new Set(found)]).toEqual(['0.yaml', '1.yaml', '2.yaml']);
  });

  test('leave no rule set, not even of the files without one', () => {
    expect(compileRules([HEADER, rulesFile(RULES), { file: 'x.yaml', text: 'rulez: []' }]).ok).toBe(
      false,
    );
  });

  test('a rule without its grounds is none', () => {
    const text = `${QUESTIONS}rules:${rule('one')}\n`
      .replace(/\n +sources: .*/, '')
      .replace('guideline', 'hearsay');
    expect(places(faultsOf(text))).toEqual([
      'rules.yaml:3:5 missing-key',
      'rules.yaml:9:15 invalid-value',
    ]);
  });

  test('may ask the prescriber in its own words only where it asks at all', () => {
    const asks = (plan: string): string =>
      `${QUESTIONS}rules:${rule('one', `[]\n    plan: ${plan}\n    ask_prescriber: May it be paused?`)}\n`;
    expect(places(faultsOf(asks('keep')))).toEqual(['rules.yaml:14:21 unused-words']);
    expect(compileSmall(asks('ask-prescriber')).ruleSet.rules[0]?.ask_prescriber).toBeDefined();
  });
});
