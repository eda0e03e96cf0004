import { describe, expect, test } from 'vitest';

import type { Taken } from '../../../src/audit/regions/choices.ts';
import { drugIn, together } from '../../../src/audit/regions/counted-truths.ts';
import { asGiven } from '../../../src/audit/regions/identities.ts';
import { bench } from '../../support/audit-bench.ts';

const { recogniser } = bench({ rules: [] }).screener;

/** A patient who takes the medicine of this name. */
function taking(name: string): readonly Taken[] {
  const known = asGiven(name, recogniser);
  return [
    { key: 'medicines', option: 1, index: 1 },
    { key: 'medicine:0:name', option: { name, known: known ? [known] : [] }, index: 0 },
  ];
}

/** The names of the patients of whom at least two of their medicines meet a condition that these meet. */
function pairsOf(...names: readonly string[]): string[] {
  const counted = together(new Map([['1', names.map(taking)]]), 2);
  return (counted.get('1') ?? []).map((taken) =>
    taken
      .flatMap(({ key, option }) =>
        key.endsWith(':name') ? (option as { readonly name: string }).name : [],
      )
      .join(' and '),
  );
}

describe('patients of whom two medicines count', () => {
  test('take two drugs', () => {
    expect(pairsOf('apixaban', 'warfarin')).toEqual([
      'apixaban and warfarin',
      'warfarin and apixaban',
    ]);
  });

  test('do not take one drug under two names', () => {
    expect(pairsOf('apixaban', 'Eliquis')).toEqual([]);
  });
});

test('a name that nobody knows is a drug of its own', () => {
  expect(drugIn(taking('Eliquis'))).toBe('apixaban');
  expect(drugIn(taking('zzyzxin'))).toBe('zzyzxin');
});
