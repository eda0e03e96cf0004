import * as z from 'zod';

import { id, sentence } from './common.ts';
import { conditions } from './condition.ts';

const shared = {
  id: id.describe('Also the name of the fact in conditions, in JSON and in CSV'),
  section: id.describe('A section of the call, declared in the rule set'),
  label: sentence.optional().describe('What it is about in a few words, for lists and papers'),
  ask: sentence.describe('The words that the nurse reads aloud'),
  help: sentence.optional().describe('What to explain when the patient asks why, or what counts'),
  need: z
    .enum(['required', 'on-the-day', 'optional'])
    .describe('on-the-day: required when screened on the day, and a check on the day before that'),
  when: conditions.optional().describe('It is asked, and needed, only when these hold'),
  ask_again: z.literal(true).optional().describe('Also asked again on the day'),
};

const choices = z.record(id, sentence).describe('Each value, with the words for it');

export const question = z.discriminatedUnion('type', [
  z.strictObject({ ...shared, type: z.literal('yes-no') }),
  z.strictObject({ ...shared, type: z.literal('choice'), choices }),
  z.strictObject({
    ...shared,
    type: z.literal('list'),
    choices: choices.describe('Each value with the words for it; `none` stands alone'),
  }),
  z.strictObject({
    ...shared,
    type: z.literal('number'),
    unit: sentence.optional(),
    between: z
      .tuple([z.number(), z.number()])
      .describe('What can be meant at all; anything else is rejected'),
    whole: z.literal(true).optional(),
    also: z
      .array(
        z.strictObject({
          unit: sentence,
          multiply: z.number(),
          add: z.number().optional(),
        }),
      )
      .optional()
      .describe(
        'Other units that are accepted when written with the value, and how to convert them',
      ),
    slip: sentence.optional().describe('What a value out of range probably is'),
    less_than: id
      .optional()
      .describe('Another question with a number; a value that is not below its answer is rejected'),
  }),
  z.strictObject({
    ...shared,
    type: z.literal('date'),
    direction: z
      .enum(['past', 'future', 'any'])
      .describe('On which side of the screening it may lie'),
  }),
  z.strictObject({
    ...shared,
    type: z.literal('date-time'),
    direction: z.enum(['past', 'future', 'any']),
    days_back: z
      .int()
      .optional()
      .describe(
        'How many days before the screening it can be meant at all; anything else is rejected',
      ),
  }),
  z.strictObject({ ...shared, type: z.literal('text') }),
  z.strictObject({ ...shared, type: z.literal('medicines') }),
]);

export type Question = z.output<typeof question>;
