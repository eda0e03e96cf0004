import * as z from 'zod';

import { disposition, urgency } from '../rules/schema/common.ts';

const dateTime = z.iso.datetime({ offset: true });
const strings = z.array(z.string());

const finding = z.strictObject({
  rule: z.string(),
  disposition,
  urgency,
  subject: z.string(),
  message: z.string(),
  because: z.record(z.string(), z.unknown()),
  action: z.string().optional(),
  sources: strings,
  evidence: z.enum(['guideline', 'label', 'consensus', 'clinic-policy', 'unconfirmed', 'none']),
  disagreement: z.string().optional(),
  clears_at: dateTime.optional(),
});

const instructionLine = z.strictObject({
  for: z.enum(['patient', 'nurse', 'physician']),
  text: z.string(),
  at: dateTime.optional(),
  rule: z.string(),
  /** What was filled into the sentence of the rules, a moment as a date-time: to say the same in other words. */
  values: z.record(z.string(), z.string()).optional(),
});

const medicineLine = z.strictObject({
  as_written: z.string(),
  recognised: z.string().nullable(),
  match: z.enum(['exact', 'brand', 'synonym', 'spelling', 'none']),
  classes: strings,
  action: z.enum([
    'no-action',
    'continue',
    'hold-window',
    'contact-physician',
    'unrecognised',
    'not-taken',
  ]),
  suggestions: strings.optional(),
});

const missingFact = z.strictObject({
  fact: z.string(),
  state: z.enum(['not-asked', 'unknown', 'declined']),
  needed_by: strings,
  text: z.string(),
});

/** What was made of a condition or an allergy that came beside the answers of a FHIR response. */
const chartNote = z.strictObject({
  as_written: z.string(),
  fact: z.string().optional(),
  value: z.string().optional(),
  read: z.enum(['added', 'told', 'over', 'not-asked', 'not-answered', 'says-nothing', 'not-known']),
});

export type ChartNote = z.output<typeof chartNote>;

/** What an evaluation says: the contract's `prescreen.result/1`. */
export const screenResult = z.strictObject({
  schema: z.literal('prescreen.result/1'),
  id: z.string(),
  disposition,
  urgency,
  findings: z.array(finding),
  instructions: z.array(instructionLine),
  checks_on_the_day: z.array(z.strictObject({ fact: z.string(), text: z.string() })),
  medicines: z.array(medicineLine),
  missing: z.array(missingFact),
  chart: z.array(chartNote).optional(),
  earliest_go: z
    .strictObject({
      at: dateTime,
      because: strings,
      /** Medicines still taken, of which the date counts the last dose as taken at the screening. */
      if_no_further_dose_of: strings.optional(),
    })
    .nullable(),
  procedure_at: dateTime,
  evaluated_at: dateTime,
  time_zone: z.string(),
  ruleset: z.strictObject({
    id: z.string(),
    version: z.string(),
    digest: z.string(),
    overrides: z.array(
      z.strictObject({
        parameter: z.string(),
        value: z.string(),
        shipped: z.string(),
        reason: z.string(),
        by: z.string(),
        on: z.string(),
      }),
    ),
    rules: z.int().describe('How many rules were in force'),
    unsigned: z.int().describe('How many of them were not signed as they stood'),
  }),
});

export type ScreenResult = z.output<typeof screenResult>;
export type Finding = z.output<typeof finding>;
export type InstructionLine = z.output<typeof instructionLine>;
export type MedicineLine = z.output<typeof medicineLine>;
export type MissingFact = z.output<typeof missingFact>;
