import * as z from 'zod';

import type { Reference } from '../phrase.ts';
import {
  citation,
  disposition,
  duration,
  evidence,
  id,
  isoDate,
  period,
  sentence,
  urgency,
} from './common.ts';
import { conditions } from './condition.ts';

export const audience = z.enum(['patient', 'nurse', 'physician']);

/** "24 hours", or the column of the table line that tells it: "{restart}". */
const amount = z.union([
  z
    .string()
    .regex(/^\{[a-z_.0-9-]+\}$/)
    .transform((text): Reference => ({ ref: text.slice(1, -1) })),
  duration,
]);

const moment = z
  .strictObject({ before: amount.optional(), after: amount.optional() })
  .describe('Relative to the procedure; none when the step has no hour');

const instruction = z.strictObject({
  for: audience,
  at: moment.optional(),
  phase: z
    .enum(['before', 'day', 'after'])
    .optional()
    .describe(
      'Where on the patient sheet it stands when it has no hour: before the day, on it, or after',
    ),
  text: sentence,
});

export type Instruction = z.output<typeof instruction>;

/** What the patient is told about a medicine: the texts stand under `plans` in the rule set. */
const plan = z.enum(['keep', 'pause', 'ask-prescriber']);

/** Answers laid over the healthy patient of the rule set, and what the rule then does. */
const example = z.strictObject({
  name: sentence,
  given: z.record(z.string(), z.unknown()),
  expect: z.enum(['fires', 'does not fire', 'cannot tell']),
  outcome: disposition.optional().describe('What the rule finds for this patient'),
  urgency: urgency.optional(),
  told: plan.optional().describe('Which plan for a medicine the patient hears'),
  due: z
    .array(z.string())
    .optional()
    .describe('The hours of the instructions of the rule, in the order of time'),
});

export type Example = z.output<typeof example>;

/** An example that stands apart from its rule, where there are many of them. */
export const exampleOf = example.extend({ rule: id });

export const grounds = {
  sources: z.array(citation).min(1),
  evidence,
  review_by: isoDate.describe('Past this date `rules lint` asks for a review'),
  disagreement: sentence
    .optional()
    .describe('What other sources say, and why the stricter was taken'),
};

export const rule = z
  .strictObject({
    id,
    title: sentence,
    says: sentence.describe('The rule in one sentence that can be read aloud'),
    each_medicine: conditions
      .optional()
      .describe('Looks at every medicine by itself; one finding for each'),
    when: conditions.optional(),
    unless: conditions.optional().describe('An exception; it counts only when it is known to hold'),
    needs: z
      .array(id)
      .optional()
      .describe(
        'Optional answers without which the rule cannot decide: missing, they are a contact-physician',
      ),
    outcome: disposition,
    urgency: urgency.default('routine'),
    subject: id.optional().describe('What the finding is about, when it is no medicine'),
    message: sentence
      .optional()
      .describe('The finding, with {values} filled in; a note without one only instructs'),
    action: sentence.optional().describe('What to do about it'),
    plan: plan
      .optional()
      .describe('What the patient is told when the rule would clear by pausing the medicine'),
    ask_prescriber: sentence
      .optional()
      .describe('Its own words for that, where those of every `plan: ask-prescriber` do not do'),
    instructions: z.array(instruction).optional(),
    ...period,
    ...grounds,
    examples: z.array(example),
  })
  .refine(
    ({ plan: told, ask_prescriber: asks }) => asks === undefined || told === 'ask-prescriber',
    {
      error: 'words for asking the prescriber need `plan: ask-prescriber`',
      params: { code: 'unused-words' },
      path: ['ask_prescriber'],
    },
  );

export type Rule = z.output<typeof rule>;

/** A named condition that rules share. It is a fact that is answered yes or no by the answers themselves. */
export const definition = z.strictObject({
  id,
  title: sentence,
  when: conditions,
  ...grounds,
});

export type Definition = z.output<typeof definition>;
