import { describe, expect, test } from 'vitest';

import { conditionLines, conditionText } from '../../../src/report/rules/condition-text.ts';
import { condition } from '../../support/small-clinic.ts';

const plain = (fact: string): string => fact;

describe('a condition as a list', () => {
  test('has a line for each test, in the words of the rule files', () => {
    const read = condition({ fever: 'not known to be yes' }, { sugar: 'at least {limit}' });
    expect(conditionLines(read, plain)).toEqual([
      '- fever: not known to be yes',
      '- sugar: at least {limit}',
    ]);
  });

  test('sets what is joined below what joins it', () => {
    const read = condition(
      { fever: 'yes' },
      { any: [{ cough: 'yes' }, { none: [{ rash: 'yes' }, { pain: 'yes' }] }] },
    );
    expect(conditionLines(read, plain)).toEqual([
      '- fever: yes',
      '- at least one of these holds:',
      '  - cough: yes',
      '  - none of these holds:',
      '    - rash: yes',
      '    - pain: yes',
    ]);
  });

  test('tells how many medicines there have to be', () => {
    const one = condition({
      any_medicine: [{ class: 'nsaid' }, { last_taken: 'on the day of the procedure' }],
    });
    expect(conditionLines(one, plain)).toEqual([
      '- there is a medicine with:',
      '  - class: nsaid',
      '  - last_taken: on the day of the procedure',
    ]);
    const two = condition({ two_medicines: [{ class: 'nsaid' }] });
    expect(conditionLines(two, plain)[0]).toBe(
      '- there are two medicines, of different ingredients, with:',
    );
  });

  test('names facts as it is told to', () => {
    expect(conditionLines(condition({ fever: 'yes' }), () => 'Do you have a fever?')).toEqual([
      '- Do you have a fever?: yes',
    ]);
  });
});

test.each([
  [[{ fever: 'yes' }], 'fever: yes'],
  [[{ fever: 'yes' }, { cough: 'no' }], 'fever: yes and cough: no'],
  [
    [{ any: [{ fever: 'yes' }, { all: [{ cough: 'yes' }, { rash: 'yes' }] }] }],
    'fever: yes or (cough: yes and rash: yes)',
  ],
  [[{ none: [{ fever: 'yes' }, { cough: 'yes' }] }], 'not (fever: yes or cough: yes)'],
  [[{ any_medicine: [{ class: 'nsaid' }] }], 'a medicine has (class: nsaid)'],
])('in one line, %j is `%s`', (lines, text) => {
  expect(conditionText(condition(...lines))).toBe(text);
});
