import { expect, test } from 'vitest';

import { classesOf } from '../../src/medicines/recognition.ts';

const ingredient = (...classes: string[]) => ({ name: 'any', classes, over_the_counter: false });

test('the classes of several ingredients are those of all, sorted, each once', () => {
  expect(classesOf([ingredient('salicylate', 'antiplatelet'), ingredient('antiplatelet')])).toEqual(
    ['antiplatelet', 'salicylate'],
  );
});

test('`no-action` stands only where it stands alone', () => {
  expect(classesOf([ingredient('no-action'), ingredient('nsaid')])).toEqual(['nsaid']);
  expect(classesOf([ingredient('no-action'), ingredient('no-action')])).toEqual(['no-action']);
});
