import * as z from 'zod';

import { parseDuration } from '../../time/duration.ts';

/** A name with dots and dashes: `thinners.hold-window`. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/, 'a name of lower-case letters, digits, dots and dashes');

export const isoDate = z.iso.date();

/** When it is in force; always, without either. */
export const period = {
  from: isoDate.optional().describe('The first day on which it is in force'),
  until: isoDate.optional().describe('The first day on which it no longer is'),
};

export const sentence = z.string().min(1);

/** How strong the ground is that a rule stands on; printed with every finding. */
export const evidence = z.enum(['guideline', 'label', 'consensus', 'clinic-policy', 'unconfirmed']);

export type Evidence = z.infer<typeof evidence>;

export const citation = z.strictObject({
  id: id.describe('A source declared under `sources`'),
  section: sentence.describe('Where in it: a section, table or page'),
});

export type Citation = z.infer<typeof citation>;

export const disposition = z.enum(['go', 'contact-physician', 'hold']);

export type Disposition = z.infer<typeof disposition>;

export const urgency = z.enum(['routine', 'same-day', 'emergency']);

export type Urgency = z.infer<typeof urgency>;

/** "72 hours", read to a count and a unit. */
export const duration = z.string().transform((text, context) => {
  const read = parseDuration(text);
  if (read) return read;
  context.addIssue({
    code: 'custom',
    message: `\`${text}\` is no length of time`,
    params: {
      code: 'invalid-duration',
      help: 'write a number and a unit: 72 hours, 7 days, 3 months',
    },
  });
  return z.NEVER;
});
