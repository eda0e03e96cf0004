import { describe, expect, test } from 'vitest';

import { mutantsOf } from './mutants.ts';
import { compileParts } from './small-clinic.ts';

const parts = {
  questions: [
    { id: 'temperature', type: 'number', between: [30, 45] },
    { id: 'infection', type: 'yes-no' },
  ],
  rules: [{ id: 'fever', when: [{ temperature: 'at least 38.0' }, { infection: 'yes' }] }],
};

describe('the slips of a rule set', () => {
  const slips = [...mutantsOf(compileParts(parts).ruleSet)].map(({ what }) => what);

  test.each([
    'fever: deleted',
    'fever when: all turned into the other',
    'fever when: dropped infection',
    'fever when: infection negated',
    'fever when: temperature moved by 1',
    'fever when: temperature moved by -1',
  ])('have %s', (what) => {
    expect(slips).toContain(what);
  });

  test('leave the rule set as it was', () => {
    const { ruleSet } = compileParts(parts);
    const before = JSON.stringify(ruleSet);
    for (const mutant of mutantsOf(ruleSet))
      expect(JSON.stringify(mutant.ruleSet)).not.toBe(before);
    expect(JSON.stringify(ruleSet)).toBe(before);
  });
});
