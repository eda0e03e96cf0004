import { describe, expect, test } from 'vitest';

import type { ChangedPart } from '../../../src/audit/diff/parts.ts';
import { writtenParts } from '../../../src/report/rules/written-parts.ts';

const nowhere = (): undefined => undefined;
const drug = (called: string, ...classes: string[]): object => ({
  of: [{ name: called, classes }],
});

function named(id: string, before?: object, after?: object): ChangedPart {
  return {
    kind: 'name',
    id,
    keys: ['of'],
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  };
}

describe('names that changed', () => {
  test('from one class to another are listed together, each drug being what it was', () => {
    const parts = [
      named('amoxicillin', drug('amoxicillin', 'no-action'), drug('amoxicillin', 'antibiotic')),
      named('doxycycline', drug('doxycycline', 'no-action'), drug('doxycycline', 'antibiotic')),
    ];
    expect(writtenParts(parts, nowhere)).toEqual([
      {
        kind: '2 names',
        id: 'amoxicillin, doxycycline',
        note: '',
        lines: [{ label: '', before: 'no-action', after: 'antibiotic' }],
      },
    ]);
  });

  test('from one drug to another stand alone', () => {
    const parts = [
      named('Brand', drug('warfarin', 'anticoagulant'), drug('aspirin', 'antiplatelet')),
      named('Other', drug('heparin', 'anticoagulant'), drug('aspirin', 'antiplatelet')),
    ];
    expect(writtenParts(parts, nowhere).map(({ kind, id }) => [kind, id])).toEqual([
      ['name', 'Brand'],
      ['name', 'Other'],
    ]);
  });

  test('and were added to the same drug are named as far as a dozen', () => {
    const parts = Array.from({ length: 14 }, (_, index) =>
      named(`Brand ${index}`, undefined, drug('apixaban', 'anticoagulant')),
    );
    const [only, ...others] = writtenParts(parts, nowhere);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ kind: '14 names', note: ' (added)' });
    expect(only?.id).toMatch(/^Brand 0, .*Brand 11 and 2 more$/);
    expect(only?.lines).toEqual([
      { label: '', before: undefined, after: 'apixaban (anticoagulant)' },
    ]);
  });
});

test('parts of another kind are listed one by one', () => {
  const parts: ChangedPart[] = [
    { kind: 'parameter', id: 'a', keys: ['value'], before: { value: 1 }, after: { value: 2 } },
    { kind: 'parameter', id: 'b', keys: ['value'], before: { value: 1 }, after: { value: 2 } },
  ];
  expect(writtenParts(parts, nowhere).map(({ id }) => id)).toEqual(['a', 'b']);
});
