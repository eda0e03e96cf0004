import * as z from 'zod';

import { id, sentence } from './common.ts';
import { conditions } from './condition.ts';
import { grounds } from './rule.ts';

const concerned = {
  each_medicine: conditions
    .optional()
    .describe('Every medicine of which these are known to hold, looked at by itself, as in a rule'),
  when: conditions.optional().describe('Every patient of whom these are known to hold'),
};

const never = z.strictObject({
  ...concerned,
  disposition: z.enum(['go', 'go or contact-physician']),
});

const always = z.strictObject({
  ...concerned,
  disposition: z.enum(['at least contact-physician', 'hold']),
  urgency: z.enum(['at least same-day', 'emergency']).optional(),
});

const monotone = z.strictObject({
  fact: id.describe('A question with a number, a date or an hour; or last_taken, of a medicine'),
  direction: z.enum(['later', 'earlier', 'higher', 'lower']),
  never: z.literal('less restrictive'),
});

const complete = z.strictObject({
  fact: id.describe('A question: asked and unanswered, unknown or declined, it never gives GO'),
  when: conditions.optional().describe('Only for patients of whom these are known to hold'),
});

const KINDS = ['never', 'always', 'monotone', 'complete'] as const;

/** Something that is to hold for every patient, whatever the rules are: `rules verify` proves or refutes it. */
const property = z
  .strictObject({
    id,
    says: sentence.describe('The property in one sentence that can be read aloud'),
    never: never.optional().describe('Such a patient never has this disposition'),
    always: always.optional().describe('Such a patient always has this disposition'),
    monotone: monotone
      .optional()
      .describe('Moving the answer this way never makes the disposition less restrictive'),
    complete: complete.optional().describe('A question without an answer is never passed over'),
    sources: grounds.sources,
    evidence: grounds.evidence,
    review_by: grounds.review_by,
  })
  .refine((each) => KINDS.filter((kind) => each[kind] !== undefined).length === 1, {
    error: `a property is one of ${KINDS.join(', ')}`,
    params: { code: 'invalid-property' },
  })
  .refine(
    ({ never: no, always: yes }) =>
      [no, yes].every((each) => !each || each.when || each.each_medicine),
    {
      error: 'a property says for whom it holds: under `when` or `each_medicine`',
      params: { code: 'invalid-property' },
    },
  );

export type Property = z.output<typeof property>;

/** `properties.yaml` of a rules folder: no part of what decides. */
export const propertiesFile = z.strictObject({ properties: z.array(property) });
