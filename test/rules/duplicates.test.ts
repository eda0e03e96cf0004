import { describe, expect, test } from 'vitest';

import { places } from '../support/places.ts';
import { GROUNDS, PARAMETERS, QUESTION, QUESTIONS, rule } from '../support/rule-text.ts';
import { faultsOf, faultsOfFiles, HEADER } from '../support/small-rules.ts';

describe('what stands twice', () => {
  test.each([
    [
      'a rule',
      `${QUESTIONS}rules:${rule('one')}${rule('one')}\n`,
      ['rules.yaml:13:5 duplicate-id'],
    ],
    [
      'a parameter',
      `parameters:\n${'  - {id: p, title: P, value: 1, source: x}\n'.repeat(2)}`,
      ['rules.yaml:3:5 duplicate-id'],
    ],
    ['a section', 'sections: [{id: s, title: Again}]\n', ['rules.yaml:1:12 duplicate-id']],
    [
      'a source',
      'sources:\n  - {id: book, authors: B, year: 2021, title: T, checked: no}\n',
      ['rules.yaml:2:5 duplicate-id'],
    ],
    [
      'a question and a definition',
      `questions:\n  - ${QUESTION}, id: a}\ndefinitions:\n  - {id: a, title: A, when: [{a: yes}], ${GROUNDS}, review_by: 2027-01-01}\n`,
      ['rules.yaml:4:5 duplicate-id'],
    ],
  ])('is a fault: %s', (_, text, expected) => {
    expect(places(faultsOf(text).filter(({ code }) => code === 'duplicate-id'))).toEqual(expected);
  });

  test('is a fault across files, at the second', () => {
    const file = { file: 'x.yaml', text: PARAMETERS };
    expect(places(faultsOfFiles([HEADER, file, { ...file, file: 'y.yaml' }]))).toEqual([
      'y.yaml:1:14 duplicate-id',
    ]);
  });

  test('is a fault of a part that a rule set has once', () => {
    expect(
      places(
        faultsOfFiles([
          HEADER,
          { file: 'z.yaml', text: '\nhealthy: {}\nset: {id: x, version: 2.0.0, title: X}\n' },
        ]),
      ),
    ).toEqual(['z.yaml:3:1 duplicate-part']);
  });

  test('is no fault of things of different kinds', () => {
    expect(faultsOf(`${QUESTIONS}parameters: [{id: a, title: P, value: 1, source: x}]\n`)).toEqual(
      [],
    );
  });
});
