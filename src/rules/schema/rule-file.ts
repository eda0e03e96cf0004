import * as z from 'zod';

import { chartGroup, chartPhrases } from './chart.ts';
import { duration, id, isoDate, sentence } from './common.ts';
import { question } from './question.ts';
import { audience, definition, exampleOf, rule } from './rule.ts';
import { table } from './table.ts';

/** A number or a length of time that rules name, and that a site may override with a reason. */
const parameter = z
  .strictObject({
    id,
    title: sentence,
    value: z.union([z.number(), duration]),
    unit: sentence.optional(),
    source: sentence,
    later: z
      .array(
        z.strictObject({ from: isoDate, value: z.union([z.number(), duration]), source: sentence }),
      )
      .optional()
      .describe('Other values, each from a day on, in their order'),
  })
  .refine(({ value, later = [] }) => later.every((each) => typeof each.value === typeof value), {
    error: 'a later value is a number or a length of time, as the first one is',
    params: { code: 'wrong-type' },
    path: ['later'],
  });

export type Parameter = z.output<typeof parameter>;

/** A publication; `checked` says how it was read. */
const source = z.strictObject({
  id,
  authors: sentence,
  year: z.int().min(1900).max(2100),
  title: sentence,
  published_in: sentence.optional(),
  doi: z
    .string()
    .regex(/^10\.\S+$/)
    .optional(),
  url: z.url().optional(),
  checked: sentence.describe('What was read of it, and what remains to be confirmed'),
  valid_until: isoDate
    .optional()
    .describe('Past this date `rules lint` asks for the edition in force'),
  superseded_by: id.optional().describe('The source that replaces it'),
});

export type Source = z.output<typeof source>;

/** A fact that follows from the choice given to another, by a list. */
const lookup = z.strictObject({
  id,
  title: sentence,
  from: id,
  choices: z.array(id).min(1).describe('Every value that it may have'),
  values: z.record(id, id),
});

export type Lookup = z.output<typeof lookup>;

/** A whole patient and what must come out. */
const screenCase = z.strictObject({
  name: sentence,
  as_of: z.string().optional(),
  given: z.record(z.string(), z.unknown()),
  others: z
    .enum(['unknown', 'declined', 'not-asked'])
    .optional()
    .describe('What has become of every question about the patient that `given` does not answer'),
  expect: z.strictObject({
    disposition: z.enum(['go', 'contact-physician', 'hold']),
    urgency: z.enum(['routine', 'same-day', 'emergency']).optional(),
    rules: z.array(id).optional().describe('Exactly these rules have findings above go'),
    earliest_go: z.string().nullable().optional(),
  }),
});

export type ScreenCase = z.output<typeof screenCase>;

const setHeader = z.strictObject({
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: sentence,
  reviewed: isoDate.optional(),
});

/** Questions that a call asks as one list first: only the rows that are ticked are then asked by themselves. */
const group = z.strictObject({
  id,
  ask: sentence.describe('The words that the nurse reads aloud above the rows'),
  none: id.describe('The choice that answers each question whose row is not ticked'),
  rows: z
    .record(id, sentence)
    .describe('The questions, all of one section, each with the words of its row'),
});

export type Group = z.output<typeof group>;

const text = z.strictObject({ for: audience, text: sentence });

/** The sentences that the engine itself has to say. */
const wording = z.strictObject({
  not_asked: sentence,
  not_answered: sentence,
  cannot_tell: sentence,
  ask_now: sentence,
  ask_physician: sentence,
  confirm_last_dose: sentence,
  not_agreed: sentence,
  ask_prescriber: sentence,
  last_dose_contradicted: sentence,
  ask_last_dose: sentence,
});

export type Wording = z.output<typeof wording>;

/** What the patient sheet says of the visit as a whole. */
const sheet = z.strictObject({
  go: sentence,
  contact_physician: sentence,
  hold: sentence,
  not_asked: sentence,
  decided: sentence.describe(
    'A physician let go ahead what the rules hold: the steps are told by phone',
  ),
  emergency: sentence,
  same_day: sentence,
  medicines: sentence.describe('About stopping medicines, on every sheet'),
  changes: sentence.describe('What to call about before the visit'),
});

export type Sheet = z.output<typeof sheet>;

/** The patient's texts in another language, each beside the English that it says. */
const translation = z.strictObject({
  language: z.string().regex(/^[a-z]{2}$/, 'two letters, such as es'),
  reviewed: z
    .strictObject({ by: sentence, on: isoDate })
    .optional()
    .describe('The clinician who signed it; without that, the sheet says that it needs a review'),
  texts: z.array(z.strictObject({ from: sentence, to: sentence })),
});

export type Translation = z.output<typeof translation>;

/** Any file below `rules/`, the formulary apart: each part may stand in any file and in several. */
export const ruleFile = z.strictObject({
  set: setHeader.optional(),
  sections: z.array(z.strictObject({ id, title: sentence })).optional(),
  groups: z.array(group).optional().describe('Questions that a call asks as one list first'),
  topics: z
    .array(z.strictObject({ id, title: sentence }))
    .optional()
    .describe('What the rules are about whose ids begin so, in the order of the book'),
  wording: wording.optional(),
  plans: z.strictObject({ keep: text, pause: text, 'ask-prescriber': text }).optional(),
  sheet: sheet.optional(),
  translations: z.array(translation).optional(),
  healthy: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('The patient that examples start from'),
  parameters: z.array(parameter).optional(),
  sources: z.array(source).optional(),
  lookups: z.array(lookup).optional(),
  definitions: z.array(definition).optional(),
  tables: z.array(table).optional(),
  questions: z.array(question).optional(),
  chart: z
    .array(chartGroup)
    .optional()
    .describe('What the codes of conditions and allergies in a FHIR Bundle answer'),
  chart_phrases: z.array(chartPhrases).optional().describe('How the texts of `chart` are put'),
  rules: z.array(rule).optional(),
  examples: z
    .array(exampleOf)
    .optional()
    .describe(
      'More examples of the rules that they name, where they would be too many beside them',
    ),
  cases: z.array(screenCase).optional(),
});

export type RuleFile = z.output<typeof ruleFile>;

export type Topic = NonNullable<RuleFile['topics']>[number];
