import { expect, test } from 'vitest';

import { diffRules } from '../../../src/audit/diff/diff.ts';
import { bench } from '../../support/audit-bench.ts';
import type { RuleParts } from '../../support/small-clinic.ts';

const lookup = (id: string, values: Readonly<Record<string, string>>): object => ({
  id,
  from: 'place',
  choices: ['deeply', 'little'],
  values,
});
const PARTS: RuleParts = {
  questions: [
    { id: 'infection', type: 'yes-no' },
    { id: 'place', type: 'choice', choices: { a: 'A', b: 'B', c: 'C' } },
  ],
  healthy: { infection: false, place: 'a' },
  lookups: [
    { ...lookup('cut', { a: 'little', b: 'little', c: 'deeply' }) },
    { ...lookup('risky', { a: 'little', b: 'deeply', c: 'deeply' }) },
  ],
  // It cannot tell a from b; the rule can.
  definitions: [
    {
      id: 'risk',
      when: [
        { cut: 'little' },
        { any: [{ infection: 'yes' }, { two_medicines: [{ class: 'nsaid' }] }] },
      ],
    },
  ],
};

test('what is said of an answer by a look-up of a rule holds where a definition reads another look-up of it', () => {
  const rule = { id: 'r', each_medicine: [{ ingredient: 'apixaban' }] };
  const when = [{ risky: 'deeply' }, { risk: 'yes' }];
  const { changes } = diffRules(
    bench({ ...PARTS, rules: [{ ...rule, when }] }),
    bench({ ...PARTS, rules: [{ ...rule, when: [...when, { risk: 'no' }] }] }),
  );
  const [first] = changes[0]?.transitions ?? [];
  expect(first).toMatchObject({ direction: 'looser', witness: { answers: { place: 'b' } } });
});
