import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { canonicalJson } from '../../src/rules/canonical.ts';
import { compileRules } from '../../src/rules/compile.ts';
import { formatPlace, sortDiagnostics, type SourceText } from '../../src/source/diagnostic.ts';
import { places, readOf } from '../support/places.ts';
import { compileSmall, faultsOf, HEADER, rulesFile } from '../support/small-rules.ts';

const QUESTION = '{section: s, ask: words, need: optional, type: yes-no';
const GROUNDS = 'sources: [{id: book, section: p. 1}], evidence: guideline';

/** A rule that fires on the answer `a`. */
function rule(id: string, more = ''): string {
  return `
  - id: ${id}
    title: ${id}
    says: it says so
    when: [{a: yes}]
    outcome: hold
    message: it is so
    sources: [{id: book, section: p. 1}]
    evidence: guideline
    review_by: 2027-01-01
    examples: ${more === '' ? '[]' : more}`;
}

const QUESTIONS = `questions: [${QUESTION}, id: a}, ${QUESTION}, id: b}]\n`;
const RULES = `rules:${rule('one')}${rule('two', '[{name: x, given: {a: yes}, expect: fires}]')}\n`;
const PARAMETERS = 'parameters: [{id: p, title: P, value: 3 days, source: policy}]\n';
const TABLE = `
tables:
  - id: t
    title: T
    columns: {hold: {type: duration, title: H}, note: {type: text, title: N}}
    ${GROUNDS.replace(', evidence', '\n    evidence')}
    rows:
      - {drug: one, values: {hold: 3 days}}
      - {class: two, values: {note: 3 days}, evidence: label, sources: [{id: book, section: p. 2}]}
`;

function compile(sources: readonly SourceText[]): string[] {
  const compiled = compileRules(sources);
  return compiled.ok ? [] : places(sortDiagnostics(compiled.diagnostics));
}

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

  test('knows where everything was declared', () => {
    const { spans } = compileSmall(QUESTIONS + RULES + TABLE);
    const placed = ['questions:b', 'rules:one', 'rules:two', 'tables:t'].flatMap(
      (key) => spans.get(key) ?? [],
    );
    expect(placed.map(formatPlace)).toEqual([
      `rules.yaml:1:${QUESTIONS.indexOf('{section', 20) + 1}`,
      'rules.yaml:3:5',
      'rules.yaml:13:5',
      'rules.yaml:25:5',
    ]);
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

describe('what stands twice', () => {
  test.each([
    [
      'a rule',
      `${QUESTIONS}rules:${rule('one')}${rule('one')}\n`,
      ['rules.yaml:13:5 duplicate-id'],
    ],
    [
      'a parameter',
      `parameters:\n${'  - {id: p, title: P, value: 1, source: x}\n'.repeat(2)}`,
      ['rules.yaml:3:5 duplicate-id'],
    ],
    ['a section', 'sections: [{id: s, title: Again}]\n', ['rules.yaml:1:12 duplicate-id']],
    [
      'a source',
      'sources:\n  - {id: book, authors: B, year: 2021, title: T, checked: no}\n',
      ['rules.yaml:2:5 duplicate-id'],
    ],
    [
      'a question and a definition',
      `questions:\n  - ${QUESTION}, id: a}\ndefinitions:\n  - {id: a, title: A, when: [{a: yes}], ${GROUNDS}, review_by: 2027-01-01}\n`,
      ['rules.yaml:4:5 duplicate-id'],
    ],
  ])('is a fault: %s', (_, text, expected) => {
    expect(places(faultsOf(text).filter(({ code }) => code === 'duplicate-id'))).toEqual(expected);
  });

  test('is a fault across files, at the second', () => {
    const file = { file: 'x.yaml', text: PARAMETERS };
    expect(compile([HEADER, file, { ...file, file: 'y.yaml' }])).toEqual([
      'y.yaml:1:14 duplicate-id',
    ]);
  });

  test('is a fault of a part that a rule set has once', () => {
    expect(
      compile([
        HEADER,
        { file: 'z.yaml', text: '\nhealthy: {}\nset: {id: x, version: 2.0.0, title: X}\n' },
      ]),
    ).toEqual(['z.yaml:3:1 duplicate-part']);
  });

  test('is no fault of things of different kinds', () => {
    expect(faultsOf(`${QUESTIONS}parameters: [{id: a, title: P, value: 1, source: x}]\n`)).toEqual(
      [],
    );
  });
});

describe('faults', () => {
  test.each(['set', 'wording', 'plans'])('the part `%s` must stand in some file', (part) => {
    const text = HEADER.text.replace(new RegExp(`^${part}:.*\\n(  .*\\n)*`, 'm'), '');
    expect(compile([{ file: 'header.yaml', text }])).toEqual(['header.yaml:2:1 missing-part']);
  });

  test('of all files are told at once', () => {
    const faulty = [
      'rulez: []\n',
      'rules:\n  - id: x\n    when: [{a: somewhat high}]\n',
      'a: 1\na: 2\n',
    ];
    const files = faulty.map((text, index) => ({ file: `${index}.yaml`, text }));
    const found = compile([HEADER, ...files]).map((place) => place.split(':')[0]);
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
});
