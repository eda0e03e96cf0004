import { describe, expect, test } from 'vitest';

import { unusual, walk } from '../../../src/audit/regions/choices.ts';

describe('a walk', () => {
  test('visits every combination of what is looked at, the usual one first', () => {
    const seen: string[] = [];
    const found = walk(
      (choose) => `${choose('a', () => [1, 2])}${choose('b', () => ['x', 'y'])}`,
      (result) => void seen.push(result),
      100,
    );
    expect(seen).toEqual(['1x', '1y', '2x', '2y']);
    expect(found).toEqual({ complete: true, regions: 4 });
  });

  test('never splits what is not looked at', () => {
    const found = walk(
      (choose) => choose('a', () => [true, false]) && choose('b', () => [1, 2, 3]),
      () => {},
      100,
    );
    expect(found.regions).toBe(4);
  });

  test('is not complete when its budget ends it, nor when the visitor does', () => {
    const run = (choose: (key: string, options: () => readonly number[]) => number): number =>
      choose('a', () => [1, 2, 3]);
    expect(walk(run, () => {}, 2).complete).toBe(false);
    expect(walk(run, () => 'stop', 100).complete).toBe(false);
  });

  test('passes over what nothing can be chosen for', () => {
    const seen: unknown[] = [];
    walk(
      (choose) => (choose('a', () => [1, 2]) === 1 ? choose('b', (): number[] => []) : 'two'),
      (each) => void seen.push(each),
      9,
    );
    expect(seen).toEqual(['two']);
  });

  test('counts what is unusual of a patient', () => {
    expect(
      unusual([
        { key: 'a', option: 1, index: 0 },
        { key: 'b', option: 2, index: 3 },
      ]),
    ).toBe(1);
  });
});
