import { describe, expect, test } from 'vitest';

import { mutate, type Survival, survivals } from '../../../src/audit/mutate/mutate.ts';
import type { RuleParts } from '../../support/small-clinic.ts';
import { smallBench } from '../../support/small-coverage.ts';

const questions = [
  { id: 'temperature', type: 'number', between: [30, 45] },
  { id: 'infection', type: 'yes-no' },
];
const healthy = { temperature: 36.7, infection: false };
const example = (name: string, given: object, expected: string, more: object = {}): object => ({
  name,
  given,
  expect: expected,
  ...more,
});
const FIRES = example('fires', { temperature: 38, infection: true }, 'fires', { outcome: 'hold' });
const BELOW = example('below', { temperature: 37.9, infection: true }, 'does not fire');
const WELL = example('well', { temperature: 38 }, 'does not fire');

function fever(examples: readonly object[], when?: readonly object[]): RuleParts {
  const usual = [{ temperature: 'at least 38.0' }, { infection: 'yes' }];
  return { questions, healthy, rules: [{ id: 'fever', when: when ?? usual, examples }] };
}

function survivors(parts: RuleParts): readonly Survival[] {
  const { rules, bench } = smallBench(parts);
  return [...survivals(mutate(rules, bench, new Set()), bench, rules)];
}

function slips(found: readonly Survival[], is: string): string[] {
  return found
    .filter(({ suggested }) => suggested.is === is)
    .flatMap(({ mutants }) => mutants.map(({ what }) => what));
}

describe('the mutation of rules', () => {
  test('leaves none where examples stand on both sides of everything', () => {
    expect(slips(survivors(fever([FIRES, BELOW, WELL])), 'example')).toEqual([]);
  });

  test('finds the patient who tells a survivor from the rule, and the rule’s word', () => {
    const first = survivors(fever([FIRES, WELL])).find(({ mutants }) =>
      mutants.some(({ what }) => what.endsWith('moved to 37.9')),
    );
    expect(first?.suggested).toMatchObject({
      is: 'example',
      suggestion: {
        rule: 'fever',
        given: { temperature: 37.9, infection: true },
        expect: 'does not fire',
      },
    });
  });

  test('notices a looser outcome only where an example expects one', () => {
    const silent = example('fires', { temperature: 38, infection: true }, 'fires');
    const found = survivors(fever([silent, BELOW, WELL]));
    expect(slips(found, 'example')).toEqual(['outcome contact-physician instead of hold']);
    expect(found[0]?.suggested).toMatchObject({ suggestion: { also: { outcome: 'hold' } } });
  });

  test('proves a slip equivalent that decides the same for everybody', () => {
    const when = [
      { temperature: 'at least 38.0' },
      { infection: 'yes' },
      { temperature: 'at least 37.0' },
    ];
    const found = slips(survivors(fever([FIRES, BELOW, WELL], when)), 'impossible');
    expect(found).toContain('when: dropped `temperature: at least 37`');
  });

  test('lets a case notice what no example does', () => {
    const cases = [
      {
        name: 'below',
        given: { temperature: 37.9, infection: true },
        expect: { disposition: 'go' },
      },
    ];
    const found = survivors({ ...fever([FIRES, WELL]), cases });
    expect(slips(found, 'example')).toEqual([]);
  });

  test('never calls a slip equivalent that moves the hour of an instruction', () => {
    const note = {
      id: 'note',
      when: [{ infection: 'yes' }],
      outcome: 'go',
      instructions: [{ for: 'patient', at: { before: '{limit}' }, text: 'Now.' }],
      examples: [
        example('fires', { infection: true }, 'fires'),
        example('not', {}, 'does not fire'),
      ],
    };
    const parameters = [{ id: 'limit', value: '6 hours' }];
    const found = survivors({ questions, healthy, parameters, rules: [note] });
    expect(slips(found, 'impossible')).not.toContain('7 hours instead of 6 hours');
  });
});
