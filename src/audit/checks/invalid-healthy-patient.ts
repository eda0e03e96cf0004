import { healthyFaults } from '../regions/bench.ts';
import type { Check } from '../check.ts';

export const invalidHealthyPatient: Check = {
  code: 'invalid-healthy-patient',
  severity: 'error',
  explanation:
    'Examples, coverage and proofs start from the patient under `healthy:`. When a question no longer accepts the answer ' +
    'there, none of them can be run: correct the answer, or the question.',
  *run({ rules, bench }) {
    for (const { field, message } of healthyFaults(bench)) {
      const span = rules.spans.get(`questions:${field}`) ?? [...rules.spans.values()][0];
      if (span) yield { message: `the healthy patient: \`${field}\`: ${message}`, span };
    }
  },
};
