import { expect, test } from 'vitest';

import { LineReader } from '../../../src/medicines/reading/line.ts';

const reader = new LineReader({
  mg: ['mg', 'milligrams'],
  units: ['units', 'u'],
  ml: ['ml'],
  percent: ['%'],
});
const words = (line: string): string[] => reader.read(line).tokens.map(({ text }) => text);

test.each([
  ['aspirin 81MG', 81, 'mg'],
  ['heparin 5,000 units', 5000, 'units'],
  ['heparin 7.5k units', 7500, 'units'],
  ['enoxaparin 40 mg/0.4 ml', 40, 'mg'],
  ['Lantus 20u qhs', 20, 'units'],
  ['estradiol .5 mg', 0.5, 'mg'],
  ['hydrocodone 5-325 mg', 5, 'mg'],
  ['Voltaren 1% gel', 1, 'percent'],
])('`%s` has a strength', (line, value, unit) => {
  expect(reader.read(line).strengths).toEqual([{ value, unit }]);
});

test('amounts and dates are no words', () => {
  expect(words('Voltaren 1% gel')).toEqual(['voltaren', 'gel']);
  expect(words('aspirin 81 mg (last 11/19)')).toEqual(['aspirin']);
  expect(words('amoxicillin 400 mg/5 ml')).toEqual(['amoxicillin']);
});

test('a number without a unit stays a word: it may belong to a name', () => {
  expect(reader.read('Tylenol 3').strengths).toEqual([]);
  expect(words('Tylenol 3')).toEqual(['tylenol', '3']);
});

test('a word knows what parts it from the one before', () => {
  const [, after, bracketed, comma] = reader.read('a 5 mg b 5 mg (c), d').tokens;
  expect(after).toMatchObject({ text: 'b', afterAmount: true });
  expect(bracketed).toMatchObject({ text: 'c', afterAmount: false });
  expect(comma).toMatchObject({ text: 'd', comma: 17 });
});

test('so much a kilogram or a millilitre is no dose', () => {
  expect(reader.read('enoxaparin 1 mg/kg bid').strengths).toEqual([]);
  expect(reader.read('heparin 1,000 units/mL').strengths).toEqual([]);
  expect(words('enoxaparin 1 mg/kg bid')).toEqual(['enoxaparin', 'bid']);
});
