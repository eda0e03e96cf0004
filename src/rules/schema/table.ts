import * as z from 'zod';

import { citation, evidence, id, period, sentence } from './common.ts';
import { conditions } from './condition.ts';

const names = z.union([sentence.transform((one) => [one]), z.array(sentence).min(1)]);
const ids = z.union([id.transform((one) => [one]), z.array(id).min(1)]);

const column = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('duration'), title: sentence }),
  z.strictObject({ type: z.literal('choice'), title: sentence, choices: z.array(id).min(1) }),
  z.strictObject({ type: z.literal('list'), title: sentence, choices: z.array(id).min(1) }),
  z.strictObject({ type: z.literal('text'), title: sentence }),
]);

const cell = z.union([z.string(), z.array(z.string())]);

/**
 * One line of a table. Several may stand for one drug; every line whose conditions hold counts, so a line
 * only ever adds a restriction.
 */
const row = z.strictObject({
  drug: names.optional().describe('Ingredients, by their name in the formulary'),
  class: ids.optional(),
  when: conditions.optional(),
  values: z.record(id, cell),
  sources: z.array(citation).optional().describe('Those of the table when absent'),
  evidence: evidence.optional().describe('That of the table when absent'),
  disagreement: sentence.optional(),
  ...period,
});

export type Row = z.output<typeof row>;

export const table = z.strictObject({
  id,
  title: sentence,
  columns: z.record(id, column),
  sources: z.array(citation).min(1),
  evidence,
  rows: z.array(row).min(1),
});

export type Table = z.output<typeof table>;
export type Column = z.output<typeof column>;
