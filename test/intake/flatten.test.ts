import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { flatten, isObject } from '../../src/intake/flatten.ts';

const KNOWN = new Set(['id', 'diabetes.type', 'diabetes.hba1c_on', 'a.b.c', 'medications']);

/** The values by name. */
function fields(raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    [...flatten(raw, KNOWN).fields.values()].map(({ name, value }) => [name, value]),
  );
}

/** The faults with the path of the key that each is of. */
function faults(raw: Readonly<Record<string, unknown>>): string[] {
  return flatten(raw, KNOWN).faults.map(({ code, path }) => `${path.join(' / ')} ${code}`);
}

describe('an intake', () => {
  test.each([
    ['flat', { id: 1, 'diabetes.type': 'x', 'a.b.c': 2 }],
    ['nested', { id: 1, diabetes: { type: 'x' }, a: { b: { c: 2 } } }],
    ['nested in part', { id: 1, 'diabetes.type': 'x', a: { 'b.c': 2 } }],
    ['nested otherwise in part', { id: 1, diabetes: { type: 'x' }, 'a.b': { c: 2 } }],
  ])('may be %s', (_, raw) => {
    expect(fields(raw)).toEqual({ id: 1, 'diabetes.type': 'x', 'a.b.c': 2 });
  });

  test('may be nested and flat beside one another', () => {
    expect(fields({ diabetes: { type: 'x' }, 'diabetes.hba1c_on': 'y' })).toEqual({
      'diabetes.type': 'x',
      'diabetes.hba1c_on': 'y',
    });
  });

  test('tells where each value stands', () => {
    const { fields: found } = flatten({ a: { 'b.c': 2 } }, KNOWN);
    expect(found.get('a.b.c')?.path).toEqual(['a', 'b.c']);
  });

  test('may hold objects as values, which are left whole', () => {
    expect(fields({ medications: { name: 'x' } })).toEqual({ medications: { name: 'x' } });
  });
});

describe('a fault', () => {
  test.each([
    [
      'a field that is answered both ways',
      { diabetes: { type: 'x' }, 'diabetes.type': 'y' },
      ['diabetes.type duplicate-field'],
    ],
    [
      'even with the same answer',
      { 'diabetes.type': 'x', diabetes: { type: 'x' } },
      ['diabetes / type duplicate-field'],
    ],
    ['a field that there is not', { weight: 1 }, ['weight unknown-field']],
    ['such a field deep inside', { diabetes: { tipe: 1 } }, ['diabetes / tipe unknown-field']],
    ['an object where no field is', { heart: { rate: 1 } }, ['heart unknown-field']],
    ['a plain value where fields are', { diabetes: 'x' }, ['diabetes unknown-field']],
    ['a list where fields are', { diabetes: ['x'] }, ['diabetes unknown-field']],
    [
      'a field of an object that every object has',
      { constructor: 1 },
      ['constructor unknown-field'],
    ],
  ])('is %s', (_, raw, expected) => {
    expect(faults(raw)).toEqual(expected);
  });

  test('is of the key and not of its value', () => {
    expect(flatten({ weight: 1 }, KNOWN).faults.map(({ atKey }) => atKey)).toEqual([true]);
  });

  test('offers the field that may be meant', () => {
    expect(flatten({ diabetes: { typ: 1 } }, KNOWN).faults[0]?.help).toBe(
      'did you mean `diabetes.type`?',
    );
  });

  test('is told of each field', () => {
    expect(faults({ weight: 1, height: 2, diabetes: { tipe: 3 } })).toHaveLength(3);
  });
});

test('nested or flat, the answers are the same', () => {
  const answers = fc.record(
    {
      'diabetes.type': fc.string(),
      'diabetes.hba1c_on': fc.string(),
      'a.b.c': fc.integer(),
      id: fc.integer(),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(answers, (flat) => {
      const nested: Record<string, unknown> = {};
      for (const [name, value] of Object.entries(flat)) {
        const steps = name.split('.');
        const last = steps.pop() ?? '';
        let object = nested;
        for (const step of steps) object = (object[step] ??= {}) as Record<string, unknown>;
        object[last] = value;
      }
      expect(fields(nested)).toEqual(fields(flat));
    }),
  );
});

test.each([
  [{}, true],
  [[], false],
  [null, false],
  ['x', false],
  [undefined, false],
] as const)('%j is an object: %s', (value, expected) => {
  expect(isObject(value)).toBe(expected);
});
