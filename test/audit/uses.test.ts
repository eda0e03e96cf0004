import { expect, test } from 'vitest';

import { allConditions, usesOf } from '../../src/audit/uses.ts';
import { testsOf } from '../../src/rules/rule-set.ts';
import { compileParts } from '../support/small-clinic.ts';

const { ruleSet } = compileParts({
  questions: [
    { id: 'a', type: 'number', between: [0, 9] },
    { id: 'b', type: 'yes-no', when: [{ a: 'at least 1' }] },
    { id: 'c', type: 'yes-no' },
    { id: 'd', type: 'yes-no' },
  ],
  parameters: [
    { id: 'in-test', value: 3 },
    { id: 'in-message', value: 4 },
    { id: 'in-step', value: '2 hours' },
    { id: 'nowhere', value: 5 },
  ],
  lookups: [{ id: 'risk', from: 'procedure.type', choices: ['low'], values: { injection: 'low' } }],
  definitions: [{ id: 'ill', when: [{ c: 'yes' }], sources: [{ id: 'label', section: '1' }] }],
  tables: [
    {
      id: 't',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [{ class: 'nsaid', when: [{ d: 'yes' }], values: { hold: '1 day' } }],
    },
  ],
  rules: [
    {
      id: 'r',
      when: [{ any: [{ a: 'at least {in-test}' }, { ill: 'yes' }] }],
      unless: [{ risk: 'low' }],
      message: 'Over {in-message}.',
      instructions: [{ for: 'nurse', text: 'Do.', at: { before: '{in-step}' } }],
    },
  ],
});

test('conditions stand in rules, definitions, questions and lines of tables', () => {
  const facts = [...allConditions(ruleSet)].flatMap((each) =>
    [...testsOf(each)].map(({ fact }) => fact),
  );
  expect(facts.toSorted()).toEqual(['a', 'a', 'c', 'd', 'ill', 'risk']);
});

test('the facts, parameters and sources that the rules name are those in use', () => {
  const { facts, parameters, sources } = usesOf(ruleSet);
  expect([...facts].toSorted()).toEqual(['a', 'c', 'd', 'ill', 'procedure.type', 'risk']);
  expect([...parameters].toSorted()).toEqual(['in-message', 'in-step', 'in-test']);
  expect([...sources].toSorted()).toEqual(['book', 'label']);
});
