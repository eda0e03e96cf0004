import { describe, expect, test } from 'vitest';

import {
  unusedDefinition,
  unusedFact,
  unusedParameter,
  unusedSource,
} from '../../../src/audit/checks/unused.ts';
import { found } from '../../support/small-audit.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

const messages = (...of: Parameters<typeof found>): string[] =>
  found(...of).map(({ message }) => message);

const rule = (more: object) => ({ id: 'r', ...more });
const USED = { id: 'fever', type: 'yes-no' };

describe('unused-fact', () => {
  const questions = [
    USED,
    { id: 'cough', type: 'yes-no' },
    { id: 'name', type: 'text' },
    { id: 'met_at', type: 'date-time', direction: 'any' },
  ];

  test('finds a question that no rule reads', () => {
    expect(
      found(unusedFact, { questions, rules: [rule({ when: [{ fever: 'yes' }] })] }),
    ).toContainEqual({
      message: 'no rule reads the answer to `cough`',
      at: 'cough',
    });
  });

  test.each<[string, RuleParts]>([
    ['a rule', { rules: [rule({ when: [{ cough: 'yes' }] })] }],
    ['an exception', { rules: [rule({ when: [{ fever: 'yes' }], unless: [{ cough: 'yes' }] })] }],
    ['a definition', { definitions: [{ id: 'ill', when: [{ cough: 'yes' }] }] }],
    [
      'the line of a table',
      {
        tables: [
          {
            id: 't',
            columns: { hold: { type: 'duration', title: 'Hold' } },
            rows: [{ class: 'nsaid', when: [{ cough: 'yes' }], values: { hold: '1 day' } }],
          },
        ],
      },
    ],
  ])('stays quiet on one that is read by %s', (_, parts) => {
    expect(messages(unusedFact, { questions, ...parts })).not.toContain(
      'no rule reads the answer to `cough`',
    );
  });

  test('stays quiet on texts and moments, which identify the patient and the call', () => {
    const told = messages(unusedFact, { questions });
    expect(told.filter((each) => each.includes('name') || each.includes('met_at'))).toEqual([]);
  });
});

describe('unused-parameter', () => {
  const parameters = [
    { id: 'limit', value: 3 },
    { id: 'wait', value: '3 days' },
  ];
  const questions = [{ id: 'a', type: 'number', between: [0, 9] }];

  test('finds one that nothing names', () => {
    expect(found(unusedParameter, { parameters })).toEqual([
      { message: 'no rule names `limit`', at: 'limit' },
      { message: 'no rule names `wait`', at: 'wait' },
    ]);
  });

  test('stays quiet on one in a test, and on one in a text or a step', () => {
    const rules = [
      rule({
        when: [{ a: 'at least {limit}' }],
        instructions: [{ for: 'nurse', text: 'Do.', at: { before: '{wait}' } }],
      }),
    ];
    expect(found(unusedParameter, { parameters, questions, rules })).toEqual([]);
  });
});

describe('unused-definition', () => {
  const questions = [USED];
  const definitions = [
    { id: 'ill', when: [{ fever: 'yes' }] },
    { id: 'very-ill', when: [{ ill: 'yes' }] },
  ];

  test('finds one that nothing reads', () => {
    expect(found(unusedDefinition, { questions, definitions })).toEqual([
      { message: 'nothing reads `very-ill`', at: 'very-ill' },
    ]);
  });

  test('stays quiet on one that a rule or another definition reads', () => {
    const rules = [rule({ when: [{ 'very-ill': 'yes' }] })];
    expect(found(unusedDefinition, { questions, definitions, rules })).toEqual([]);
  });
});

describe('unused-source', () => {
  const rules = [rule({ when: [{ fever: 'yes' }] })];

  test('finds one that is not cited', () => {
    expect(messages(unusedSource, { questions: [USED], rules })).toEqual(['no rule cites `label`']);
  });

  test('stays quiet on one that a rule, a definition or a line of a table cites', () => {
    const sources = [{ id: 'label', section: '1' }];
    const definitions = [{ id: 'ill', when: [{ fever: 'yes' }], sources }];
    expect(messages(unusedSource, { questions: [USED], rules, definitions })).toEqual([]);
  });
});
