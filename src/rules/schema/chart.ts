import * as z from 'zod';

import { id, sentence } from './common.ts';

const codes = (
  pattern: RegExp,
  words: string,
): z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>> =>
  z.record(z.string().regex(pattern, words), sentence).optional();

/** The codes and the words that stand for one value. */
const chartValue = z.strictObject({
  value: id.optional().describe('Of the question; without it, an allergy tells it by its severity'),
  ever: z.literal(true).optional().describe('It counts although the chart calls it over'),
  date: id
    .optional()
    .describe('The question that asks when; the onset answers it where the chart adds the value'),
  snomed: codes(/^\d{6,18}$/, 'an identifier of SNOMED CT, in quotes').describe(
    'Each code with its name',
  ),
  icd10cm: codes(/^[A-Z](?:\d[\dA-Z](?:\.[\dA-Z]{1,4})?)?$/, 'a code of ICD-10-CM').describe(
    'Each code with its name; one stands for all codes that begin with it',
  ),
  rxnorm: codes(/^\d+$/, 'an RxCUI, in quotes').describe('Each code with its name'),
  texts: z
    .array(sentence)
    .optional()
    .describe('The whole of a text, in any case, where no code is known'),
});

export type ChartValue = z.output<typeof chartValue>;

const severities = z.strictObject({ mild: id, moderate: id, severe: id, unknown: id });

/** What the conditions and allergies of a chart say of a question; without `fact`, what says nothing of any. */
export const chartGroup = z.strictObject({
  of: z.enum(['conditions', 'allergies', 'reactions']),
  fact: id
    .optional()
    .describe('The question, or `severity` of a reaction; without it, they say nothing'),
  order: z
    .array(id)
    .optional()
    .describe(
      'Of a choice, from least to most restrictive: an answer gives way only to a later one',
    ),
  severity: severities.optional().describe('Which value an allergy of each severity is'),
  values: z.array(chartValue).min(1),
});

/** How the texts of a kind are put. */
export const chartPhrases = z.strictObject({
  of: z
    .enum(['past', 'allergies'])
    .describe('`past`: of conditions that count although the chart calls them over'),
  texts: z.array(sentence.regex(/^[^{}]*\{\}[^{}]*$/, 'a phrase with {} for the text')).min(1),
});

export type ChartPhrases = z.output<typeof chartPhrases>;

export type ChartGroup = z.output<typeof chartGroup>;
