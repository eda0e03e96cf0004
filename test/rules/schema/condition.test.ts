import { describe, expect, test } from 'vitest';

import type { Condition } from '../../../src/rules/condition.ts';
import { conditions } from '../../../src/rules/schema/condition.ts';
import { parseYamlWith } from '../../../src/source/parse-with.ts';
import { places, readOf } from '../../support/places.ts';

function read(text: string): Condition {
  return readOf(parseYamlWith(conditions, { file: 'a.yaml', text })).value;
}

function faults(text: string): string[] {
  const parsed = parseYamlWith(conditions, { file: 'a.yaml', text });
  return parsed.ok ? [] : places(parsed.diagnostics);
}

/** A test that an answer is yes. */
function yes(fact: string): Condition {
  return { kind: 'test', fact, test: { is: 'one-of', values: [true] } };
}

describe('conditions', () => {
  test('one line is one test', () => {
    expect(read('- a: yes')).toEqual(yes('a'));
  });

  test('several lines must all hold', () => {
    expect(read('- a: yes\n- b: yes')).toEqual({ kind: 'all', of: [yes('a'), yes('b')] });
  });

  test('two answers on one item must both hold', () => {
    expect(read('- a: yes\n  b: yes')).toEqual(read('- a: yes\n- b: yes'));
  });

  test('a list of choices is one of them', () => {
    expect(read('- a: [x, y]')).toEqual(read('- a: x or y'));
  });

  test.each(['all', 'any', 'none'] as const)('`%s` joins conditions', (kind) => {
    expect(read(`- ${kind}:\n    - a: yes\n    - b: yes`)).toEqual({
      kind,
      of: [yes('a'), yes('b')],
    });
  });

  test.each([
    ['any_medicine', 1],
    ['two_medicines', 2],
  ] as const)('`%s` asks for medicines for which all of its conditions hold', (key, atLeast) => {
    expect(read(`- ${key}:\n    - a: yes\n    - b: yes`)).toEqual({
      kind: 'medicines',
      atLeast,
      where: { kind: 'all', of: [yes('a'), yes('b')] },
    });
  });

  test('may stand within one another to any depth', () => {
    expect(read('- any:\n    - a: yes\n    - none:\n        - all: [{b: yes}, {c: yes}]')).toEqual({
      kind: 'any',
      of: [yes('a'), { kind: 'none', of: [{ kind: 'all', of: [yes('b'), yes('c')] }] }],
    });
  });
});

describe('a fault is told at its place', () => {
  test.each([
    ['words that are no test', '- a: rather high', ['a.yaml:1:6 unknown-phrase']],
    [
      'such words deep inside',
      '- any:\n    - a: yes\n    - none:\n        - b: rather high',
      ['a.yaml:4:14 unknown-phrase'],
    ],
    [
      'a time in no unit',
      '- a: less than 3 moons before the procedure',
      ['a.yaml:1:6 unknown-phrase'],
    ],
    ['a bare number', '- a: 8', ['a.yaml:1:6 invalid-value']],
    ['a truth that is no word', '- a: true', ['a.yaml:1:6 invalid-value']],
    ['no test at all', '- a:', ['a.yaml:1:5 invalid-value']],
    [
      'a condition that tests nothing, and would hold for everybody',
      '- {}',
      ['a.yaml:1:3 empty-condition'],
    ],
    ['such a condition deep inside', '- none:\n    - {}', ['a.yaml:2:7 empty-condition']],
    ['no conditions at all', '[]', ['a.yaml:1:1 invalid-value']],
    ['nothing to join', '- any: []', ['a.yaml:1:8 invalid-value']],
    ['a test where conditions should be', '- any: yes', ['a.yaml:1:8 invalid-value']],
    ['an empty list of choices', '- a: []', ['a.yaml:1:6 invalid-value']],
    ['a condition that is only a word', '- a', ['a.yaml:1:3 invalid-value']],
    ['conditions that are no list', 'a: yes', ['a.yaml:1:1 invalid-value']],
  ])('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  test('every one of them at once', () => {
    expect(faults('- a: rather high\n- b: yes\n- any:\n    - c: 8\n    - {}')).toEqual([
      'a.yaml:1:6 unknown-phrase',
      'a.yaml:4:10 invalid-value',
      'a.yaml:5:7 empty-condition',
    ]);
  });
});
