import { describe, expect, test } from 'vitest';

import { mutantsOf } from '../../../src/audit/mutate/mutants.ts';
import { compileParts } from '../../support/small-clinic.ts';

const parts = {
  questions: [
    { id: 'temperature', type: 'number', between: [30, 45] },
    { id: 'infection', type: 'yes-no' },
  ],
  parameters: [{ id: 'limit', value: '6 hours' }],
  tables: [
    {
      id: 'waits',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [
        { drug: ['apixaban', 'warfarin'], values: { hold: '72 hours' } },
        { drug: 'aspirin', values: { hold: '24 hours' } },
      ],
    },
  ],
  rules: [{ id: 'fever', when: [{ temperature: 'at least 38.0' }, { infection: 'yes' }] }],
};

describe('the slips of a rule set', () => {
  const slips = [...mutantsOf(compileParts(parts).ruleSet)].map(({ of, what }) => `${of}: ${what}`);

  test.each([
    'fever: deleted',
    'fever: outcome contact-physician instead of hold',
    'fever: when: `all` of 2 became `any`',
    'fever: when: dropped `infection: yes`',
    'fever: when: `infection: yes` negated',
    'fever: when: `temperature: at least 38` moved to 38.1',
    'fever: when: `temperature: at least 38` moved to 37.9',
    'fever: when: `temperature: at least 38` became more than',
    'limit: 7 hours instead of 6 hours',
    'waits: apixaban, warfarin: without `warfarin`',
    'waits: apixaban, warfarin: `hold` 71 hours instead of 72 hours',
    'waits: apixaban, warfarin: `hold` 24 hours instead of 72 hours',
    'waits: aspirin: deleted',
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
