import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { formatPlace } from '../../src/source/diagnostic.ts';
import { readJson } from '../../src/source/json-document.ts';
import { places, pointedAt } from '../support/places.ts';

function faults(text: string): string[] {
  return places(readJson({ file: 'a.json', text }).diagnostics);
}

describe('a value', () => {
  test('is what JSON says', () => {
    const { value } = readJson({
      file: 'a.json',
      text: '{"a": [1, true, null, "x"], "b": {"c": 0.5}}',
    });
    expect(value).toEqual({ a: [1, true, null, 'x'], b: { c: 0.5 } });
  });

  test('is the same as by any other reader', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, undefined, indent);
        const read = readJson({ file: 'a.json', text });
        expect(read.diagnostics).toEqual([]);
        expect(JSON.stringify(read.value)).toBe(JSON.stringify(JSON.parse(text)));
      }),
    );
  });
});

describe('a fault', () => {
  test.each([
    ['a file with nothing in it', '', ['a.json:1:1 invalid-json']],
    ['a file of spaces', ' \n ', ['a.json:1:1 invalid-json']],
    ['a comma too many', '{"a": 1,}', ['a.json:1:9 invalid-json']],
    ['a comma too few', '{"a": 1\n"b": 2}', ['a.json:2:1 invalid-json']],
    ['a comment', '// note\n{}', ['a.json:1:1 invalid-json']],
    ['single quotes', "{'a': 1}", ['a.json:1:2 invalid-json']],
    ['a file that breaks off', '{"a": [1,\n 2', ['a.json:2:3 invalid-json']],
    ['a second document', '{}\n{}', ['a.json:2:1 invalid-json']],
    ['a number with a leading zero', '{"a": 01}', ['a.json:1:8 invalid-json']],
    ['a key that stands twice', '{"a": 1,\n "a": 2}', ['a.json:2:2 duplicate-key']],
    [
      'a key that stands twice, deep inside',
      '[{"b": {"a": 1, "a": 2}}]',
      ['a.json:1:17 duplicate-key'],
    ],
    [
      'a key that stands twice, once in disguise',
      '{"a": 1, "\\u0061": 2}',
      ['a.json:1:10 duplicate-key'],
    ],
  ])('is told of %s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  test('is not told of one key in two objects', () => {
    expect(faults('[{"a": 1}, {"a": 2}]')).toEqual([]);
  });

  test('points at the second of the two keys', () => {
    const [fault] = readJson({ file: 'a.json', text: '{"alpha": 1, "alpha": 2}' }).diagnostics;
    expect(fault && [pointedAt(fault), fault.span.start]).toEqual(['"alpha"', 13]);
  });

  test('of syntax is told once, not with all that follows from it', () => {
    expect(faults('{"a" 1, b: 2, }}')).toHaveLength(1);
  });
});

describe('a place', () => {
  const document = readJson({
    file: 'a.json',
    text: '{"name": "x",\n "rules": [{"id": 1},\n {"id": 2}]}',
  });

  test.each([
    [[], 'a.json:1:1'],
    [['name'], 'a.json:1:10'],
    [['rules', 1, 'id'], 'a.json:3:9'],
  ] as const)('of the value at %j is %s', (path, expected) => {
    expect(formatPlace(document.locate(path))).toBe(expected);
  });

  test.each([
    [['rules', 1, 'when'], 'a.json:3:2'],
    [['rules', 9, 'id'], 'a.json:2:11'],
    [['nothing'], 'a.json:1:1'],
  ] as const)('of %j, which is not there, is that of what would hold it: %s', (path, expected) => {
    expect(formatPlace(document.locate(path))).toBe(expected);
  });

  test.each([
    [['rules', 1, 'id'], 'a.json:3:3'],
    [['rules', 1], 'a.json:3:2'],
  ] as const)('of the key of %j is %s', (path, expected) => {
    expect(formatPlace(document.locateKey(path))).toBe(expected);
  });
});
