import { expect, test } from 'vitest';

import { shipped } from '../../support/shipped.ts';

test('a text, a code or a category stands for one value of a question', () => {
  const places = shipped.ruleSet.chart.flatMap(({ of, fact, values }) =>
    values.flatMap(({ snomed = {}, icd10cm = {}, rxnorm = {}, texts = [] }) =>
      [...Object.keys({ ...snomed, ...icd10cm, ...rxnorm }), ...texts].map((each) =>
        [of, fact, each.toLowerCase()].join(' '),
      ),
    ),
  );
  expect(places.filter((each, index) => places.indexOf(each) !== index)).toEqual([]);
});

test('every code of SNOMED CT has its check digit', () => {
  const wrong = shipped.ruleSet.chart
    .flatMap(({ values }) => values.flatMap(({ snomed = {} }) => Object.keys(snomed)))
    .filter((code) => verhoeff(code) !== 0);
  expect(wrong).toEqual([]);
});

/** The check of Verhoeff over the dihedral group of order ten: 0 for a number that ends in its check digit. */
function verhoeff(code: string): number {
  const product = (a: number, b: number): number => {
    if (a < 5) return b < 5 ? (a + b) % 5 : ((a + b) % 5) + 5;
    return b < 5 ? ((a - b + 5) % 5) + 5 : (a - b + 5) % 5;
  };
  const turn = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  const turned = (digit: number, times: number): number =>
    times === 0 ? digit : turned(turn[digit] ?? 0, times - 1);
  return code
    .split('')
    .toReversed()
    .reduce((sum, digit, index) => product(sum, turned(Number(digit), index % 8)), 0);
}
