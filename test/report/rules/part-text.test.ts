import { expect, test } from 'vitest';

import { partLines } from '../../../src/report/rules/part-text.ts';

test('a name that stands for something else says what, with the classes, and what it tells by itself', () => {
  const of = (name: string, ...classes: string[]): object => ({ name, classes, rxcui: '1' });
  const before = { of: [of('warfarin', 'anticoagulant')] };
  const after = {
    of: [of('aspirin', 'antiplatelet', 'salicylate'), of('caffeine', 'no-action')],
    tells: { route: 'oral' },
  };
  expect(partLines({ kind: 'name', id: 'Brand', keys: ['of', 'tells'], before, after })).toEqual([
    {
      label: '',
      before: 'warfarin (anticoagulant)',
      after: 'aspirin (antiplatelet, salicylate) and caffeine (no-action); route oral',
    },
  ]);
  expect(partLines({ kind: 'name', id: 'Brand', keys: [], after: before })).toEqual([
    { label: '', before: undefined, after: 'warfarin (anticoagulant)' },
  ]);
});

test('what is declared key by key is said in words', () => {
  const before = { tells: { route: 'oral' }, thing: true };
  expect(partLines({ kind: 'reading', id: 'phrase po', keys: [], before, after: [] })).toEqual([
    { label: '', before: 'route oral; thing yes', after: 'none' },
  ]);
  const value = { words: ['a', 'b'] };
  expect(partLines({ kind: 'chart', id: 'x', keys: ['words'], after: value })).toEqual([
    { label: 'words', before: undefined, after: 'a, b' },
  ]);
});

test('a rule that was added says whom it concerns and what it does, not its sentence alone', () => {
  const isYes = { is: 'one-of', values: [true] };
  const after = {
    id: 'fever',
    says: 'Hold when there is a fever.',
    when: { kind: 'test', fact: 'fever', test: isYes },
    outcome: 'hold',
  };
  expect(partLines({ kind: 'rule', id: 'fever', keys: [], after })).toEqual([
    { label: 'says', before: undefined, after: 'Hold when there is a fever.' },
    { label: 'when', before: undefined, after: 'fever: yes' },
    { label: 'outcome', before: undefined, after: 'hold' },
  ]);
});
