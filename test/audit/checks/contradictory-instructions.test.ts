import { describe, expect, test } from 'vitest';

import { contradictoryInstructions } from '../../../src/audit/checks/contradictory-instructions.ts';
import { messages } from '../../support/small-audit.ts';

const questions = [{ id: 'fever', type: 'yes-no' }];
const when = [{ fever: 'yes' }];
const parameters = [
  { id: 'light', value: '6 hours' },
  { id: 'heavy', value: '8 hours' },
];
const told = (text: string) => ({
  id: 'plan',
  when,
  outcome: 'go',
  instructions: [{ for: 'patient', at: { before: '{heavy}' }, text }],
});

describe('contradictory-instructions', () => {
  test('finds an instruction that names one time and is due at another', () => {
    const rules = [told('Nothing to eat for {light} before.')];
    expect(messages(contradictoryInstructions, { questions, parameters, rules })).toEqual([
      '`plan` tells of `light` in an instruction that is due by `heavy`',
    ]);
  });

  test('finds two rules for the same patients with different outcomes', () => {
    const rules = [
      { id: 'a', when },
      { id: 'b', when, outcome: 'go' },
    ];
    expect(messages(contradictoryInstructions, { questions, rules })).toEqual([
      '`b` and `a` hold for the same patients, and differ in their outcome',
    ]);
  });

  test('stays quiet where the words name the time, or none', () => {
    const rules = [
      told('Nothing to eat for {heavy} before.'),
      { ...told('Nothing.'), id: 'other', when: [{ fever: 'no' }] },
    ];
    expect(messages(contradictoryInstructions, { questions, parameters, rules })).toEqual([]);
  });
});
