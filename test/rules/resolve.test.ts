import { describe, expect, test } from 'vitest';

import { faultsOf } from '../support/small-rules.ts';
import { BASE, rule, told } from '../support/told-faults.ts';

describe('conditions may not go round in a circle', () => {
  const definition = (id: string, when: string): string =>
    `  - {id: ${id}, title: T, when: [{${when}: yes}], sources: [{id: book, section: s}], evidence: label, review_by: 2027-01-01}\n`;

  test('through definitions', () => {
    const text = `definitions:\n${definition('a', 'b')}${definition('b', 'c')}${definition('c', 'a')}`;
    expect(told(BASE + text)).toEqual(['circular-condition a']);
  });

  test('through the question itself', () => {
    const text =
      'questions:\n  - {id: a, section: s, ask: w, need: optional, type: yes-no, when: [{a: answered}]}\n';
    expect(told(text)).toEqual(['circular-condition a']);
  });

  test('but two may need the same third', () => {
    const text = `definitions:\n${definition('a', 'steroid')}${definition('b', 'a')}${definition('c', 'a')}`;
    expect(told(BASE + text)).toEqual([]);
  });
});

describe('a lookup', () => {
  const lookup = (from: string, values: string): string =>
    `lookups:\n  - {id: risk, title: Risk, from: ${from}, choices: [low, high], values: {${values}}}\n`;

  test.each([
    ['goes from a choice to one of its values', 'kind', 'one: low, two: high', []],
    ['may not go from what there is not', 'kinds', 'one: low', ['unknown-fact kinds']],
    ['may not go from what has no choices', 'age', 'one: low', ['unknown-fact age']],
    ['may not go from a choice that there is not', 'kind', 'three: low', ['unknown-choice three']],
    ['may not go to a value that it lacks', 'kind', 'one: medium', ['unknown-choice medium']],
  ])('%s', (_, from, values, expected) => {
    expect(told(BASE + lookup(from, values))).toEqual(expected);
  });
});

describe('a line of a table', () => {
  const line = (text: string): string => `${BASE}      - {${text}}\n`;

  test.each([
    [
      'has cells of the columns that there are',
      'class: c, values: {hold: 1 day, note: any words}',
      [],
    ],
    [
      'may not fill a column that there is not',
      'drug: d, values: {holds: 1 day}',
      ['unknown-column holds'],
    ],
    [
      'may not hold another length than of time',
      'drug: d, values: {hold: a while}',
      ['invalid-duration a while'],
    ],
    [
      'may not hold a choice that there is not',
      'drug: d, values: {ask: never}',
      ['unknown-choice never'],
    ],
    [
      'may not list what its column lacks',
      'drug: d, values: {unlikely: [pain, gain]}',
      ['unknown-choice gain'],
    ],
    [
      'may not hold a list where one word should be',
      'drug: d, values: {ask: [always]}',
      ['wrong-type ask'],
    ],
    [
      'may not hold one word where a list should be',
      'drug: d, values: {unlikely: pain}',
      ['wrong-type unlikely'],
    ],
    [
      'may test what is told of its medicine',
      'drug: d, when: [{regimen: weekly}], values: {hold: 1 day}',
      [],
    ],
    [
      'may not test what there is not',
      'drug: d, when: [{agee: at least 3}], values: {hold: 1 day}',
      ['unknown-fact agee'],
    ],
    [
      'may not stand on a source that there is not',
      'drug: d, values: {}, sources: [{id: film, section: s}]',
      ['unknown-source film'],
    ],
  ])('%s', (_, text, expected) => {
    expect(told(line(text))).toEqual(expected);
  });

  test.each(['values: {hold: 1 day}', 'drug: d, class: c, values: {hold: 1 day}'])(
    'names either drugs or classes, unlike `%s`',
    (text) => {
      expect(faultsOf(line(text)).map(({ code }) => code)).toEqual(['invalid-row']);
    },
  );
});

test('a question stands in a section that there is', () => {
  const text = 'questions:\n  - {id: a, section: nowhere, ask: w, need: optional, type: yes-no}\n';
  expect(told(text)).toEqual(['unknown-section nowhere']);
});

test('a number lies below that of a question that has one', () => {
  const low = (above: string): string =>
    `questions:\n  - {id: low, section: s, ask: w, need: optional, type: number, between: [0, 9], less_than: ${above}}\n`;
  const high =
    '  - {id: high, section: s, ask: w, need: optional, type: number, between: [0, 9]}\n';
  expect(told(low('high') + high)).toEqual([]);
  expect(told(low('higher') + high)).toEqual(['unknown-fact higher']);
});

describe('an emergency', () => {
  const urgent = BASE + rule('when: [{steroid: yes}], urgency: emergency');

  test('holds', () => {
    expect(told(urgent)).toEqual([]);
  });

  test.each(['go', 'contact-physician'])('is never only a %s', (outcome) => {
    expect(told(urgent.replace('outcome: hold', `outcome: ${outcome}`))).toEqual([
      `emergency-without-hold ${outcome}`,
    ]);
  });
});
