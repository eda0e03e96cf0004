import { expect, test } from 'vitest';

import { didYouMean, nearest } from '../../src/source/suggest.ts';

const KNOWN = ['diabetes.type', 'diabetes.symptoms', 'procedure.at', 'id'];

test.each([
  ['diabetes.tpe', 'diabetes.type'],
  ['Diabetes.Type', 'diabetes.type'],
  ['procedur.at', 'procedure.at'],
  ['ids', 'id'],
])('`%s` is near `%s`', (name, expected) => {
  expect(nearest(name, KNOWN)).toBe(expected);
});

test.each(['weight', 'age', 'medicine'])('`%s` is near none of them', (name) => {
  expect(nearest(name, KNOWN)).toBeUndefined();
});

test('of two names the nearer one is meant', () => {
  expect(nearest('stent', ['spent', 'stents', 'stent-on'])).toBe('spent');
  expect(nearest('stents', ['spent', 'stents', 'stent-on'])).toBe('stents');
});

test('of two that are as near the first is meant, so that the help is always the same', () => {
  expect(nearest('cat', ['bat', 'rat'])).toBe('bat');
});

test('there is nothing to suggest of nothing', () => {
  expect(nearest('id', [])).toBeUndefined();
});

test('the help names what may be meant', () => {
  expect(didYouMean('procedur.at', KNOWN)).toEqual({ help: 'did you mean `procedure.at`?' });
});

test('there is no help when nothing is near', () => {
  expect(didYouMean('weight', KNOWN)).toEqual({});
});
