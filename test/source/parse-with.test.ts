import { describe, expect, test } from 'vitest';
import * as z from 'zod';

import { parseYamlWith } from '../../src/source/parse-with.ts';
import { places } from '../support/places.ts';

const SHAPE = z.strictObject({
  name: z.string().min(1),
  age: z.number().optional(),
  amount: z.union([z.number(), z.string().regex(/^\d+ days$/)]).optional(),
  kind: z
    .discriminatedUnion('type', [
      z.strictObject({ type: z.literal('one'), value: z.number() }),
      z.strictObject({ type: z.literal('two'), values: z.array(z.number()).min(1) }),
    ])
    .optional(),
  items: z
    .array(z.strictObject({ id: z.string(), sub: z.union([z.number(), z.string()]) }))
    .optional(),
});

function parse(text: string): ReturnType<typeof parseYamlWith<typeof SHAPE>> {
  return parseYamlWith(SHAPE, { file: 'a.yaml', text });
}

function faults(text: string): string[] {
  const parsed = parse(text);
  return parsed.ok ? [] : places(parsed.diagnostics);
}

test('a file of the right shape is read, with the document that knows its places', () => {
  const parsed = parse('name: x\nage: 3\n');
  expect(parsed.ok && [parsed.value.value, parsed.value.document.locate(['age']).start]).toEqual([
    { name: 'x', age: 3 },
    13,
  ]);
});

describe('a fault of shape is told at its place', () => {
  test.each([
    ['a key that may not stand there', 'name: x\nnmae: y\n', ['a.yaml:2:1 unknown-key']],
    [
      'such a key deeper down',
      'name: x\nkind: {type: one, value: 1, vlaue: 2}\n',
      ['a.yaml:2:29 unknown-key'],
    ],
    [
      'a key that is missing, at what lacks it',
      'name: x\nitems:\n  - sub: 1\n',
      ['a.yaml:3:5 missing-key'],
    ],
    [
      'a key that is missing and could be of two kinds',
      'name: x\nitems:\n  - id: a\n',
      ['a.yaml:3:5 missing-key'],
    ],
    ['a type that is missing', 'name: x\nkind: {value: 1}\n', ['a.yaml:2:7 missing-key']],
    ['a value of another kind', 'name: 5\n', ['a.yaml:1:7 invalid-value']],
    ['a value that is empty', 'name:\n', ['a.yaml:1:6 invalid-value']],
    [
      'a value that fits none of its kinds',
      'name: x\namount: true\n',
      ['a.yaml:2:9 invalid-value'],
    ],
    [
      'a type that is none of the types',
      'name: x\nkind: {type: three}\n',
      ['a.yaml:2:14 invalid-value'],
    ],
    ['a list where a mapping should be', '- name: x\n', ['a.yaml:1:1 invalid-value']],
    [
      'a list with nothing in it',
      'name: x\nkind: {type: two, values: []}\n',
      ['a.yaml:2:27 invalid-value'],
    ],
  ])('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });
});

test('every fault is told at once', () => {
  expect(faults('age: x\nitems:\n  - id: 1\n    sub: 2\nother: 1\n')).toHaveLength(4);
});

test('a fault of syntax is told instead of those that would follow from it', () => {
  expect(faults('name: x\nname: 5\nother: 1\n')).toEqual(['a.yaml:2:1 duplicate-key']);
});

describe('of the kinds that a value may have, the one that was meant is told of', () => {
  const hours = z.union([z.literal('closed'), z.array(z.strictObject({ from: z.string() }))]);
  const own = z.string().transform((_, context) => {
    context.addIssue({ code: 'custom', message: 'no length', params: { code: 'own-code' } });
    return z.NEVER;
  });
  const schema = z.strictObject({ a: hours.optional(), b: z.union([z.number(), own]).optional() });

  test.each([
    ['the one that was got furthest into', 'a: [{from: 8}]', ['a.yaml:1:12 invalid-value']],
    ['else the one that tells its fault in its own words', 'b: a while', ['a.yaml:1:4 own-code']],
  ])('%s', (_, text, expected) => {
    const parsed = parseYamlWith(schema, { file: 'a.yaml', text });
    expect(parsed.ok ? [] : places(parsed.diagnostics)).toEqual(expected);
  });
});

test('the missing key is named, whatever its kinds', () => {
  const parsed = parse('name: x\nitems:\n  - id: a\n');
  expect(parsed.ok ? [] : parsed.diagnostics.map(({ message }) => message)).toEqual([
    '`sub` is missing here',
  ]);
});

test('a key that is nearly right is suggested', () => {
  const parsed = parse('name: x\nkind: {type: two, valuess: [1]}\n');
  const helps = parsed.ok ? [] : parsed.diagnostics.flatMap(({ help }) => help ?? []);
  expect(helps).toEqual(['did you mean `values`?']);
});

test('a fault that a schema tells in its own words keeps its code and its help', () => {
  const schema = z.strictObject({
    a: z.string().refine((text) => text !== 'never', {
      error: 'not that',
      params: { code: 'own-code', help: 'another' },
    }),
  });
  const parsed = parseYamlWith(schema, { file: 'a.yaml', text: 'a: never\n' });
  expect(parsed.ok ? [] : parsed.diagnostics).toMatchObject([
    { code: 'own-code', message: 'not that', help: 'another' },
  ]);
});
