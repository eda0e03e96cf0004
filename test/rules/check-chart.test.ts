import { describe, expect, test } from 'vitest';

import { BASE, told } from '../support/told-faults.ts';

describe('what a chart says', () => {
  test.each([
    [
      'is a choice of a question',
      '{of: conditions, fact: signs, values: [{value: fever, date: stent.on}]}',
      [],
    ],
    ['may say nothing of any', '{of: allergies, values: [{texts: [none]}]}', []],
    [
      'may not concern what there is not',
      '{of: conditions, fact: sign, values: [{value: fever}]}',
      ['unknown-fact sign'],
    ],
    [
      'may not concern what has no choices',
      '{of: conditions, fact: age, values: [{value: fever}]}',
      ['unknown-fact age'],
    ],
    [
      'may not be a choice that there is not',
      '{of: conditions, fact: signs, values: [{value: fewer}]}',
      ['unknown-choice fewer'],
    ],
    [
      'has a place in the order',
      '{of: conditions, fact: kind, order: [one], values: [{value: two}]}',
      ['missing-key two'],
    ],
    [
      'has its day as a date',
      '{of: conditions, fact: signs, values: [{value: fever, date: age}]}',
      ['unknown-fact age'],
    ],
    [
      'is told by a value or a severity',
      '{of: allergies, fact: signs, values: [{texts: [hot]}]}',
      ['missing-key'],
    ],
    [
      'has one of three severities',
      '{of: reactions, fact: severity, values: [{value: bad}]}',
      ['unknown-choice bad'],
    ],
  ])('%s', (_, group, expected) => {
    const found = told(`${BASE}chart:\n  - ${group}\n`);
    expect(found.map((fault) => fault.split(' {')[0])).toEqual(expected);
  });
});
