/** How an export's own columns become answers: what `--map` reads. */
import * as z from 'zod';

/** What a suggestion leaves to a person. */
export const UNDECIDED = 'DECIDE';

const column = z.string().min(1).describe('The name of a column, or of a key');
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const spec = z.strictObject({
  column: z
    .union([column, z.array(column).min(1)])
    .describe('Several are joined with a space: a date and its hour'),
  format: z
    .union([z.string(), z.array(z.string()).min(1)])
    .optional()
    .describe(
      'How dates are written: YYYY MM M DD D MMM HH H h mm ss A, Z for an offset; anything else stands for itself',
    ),
  values: z
    .record(z.string(), scalar)
    .optional()
    .describe('Their words for ours; null for no answer'),
  separator: z.string().min(1).optional().describe('Between the values of a list'),
  part: z.int().min(1).optional().describe('Which of these values it is, counted from one'),
  unit: z.string().min(1).optional().describe('Of a number that is written without'),
  as: z
    .literal('age')
    .optional()
    .describe('A date of birth, told as the age on the day of the procedure'),
});

const from = z.union([column, spec]);

const told = {
  name: from,
  dose: from.optional(),
  regimen: from.optional(),
  route: from.optional(),
  last_taken: from.optional(),
  still_taking: from.optional(),
  taken_for: from.optional(),
  prescriber_agrees: from.optional(),
};

export const mappingSchema = z.strictObject({
  columns: z
    .record(z.string(), from)
    .optional()
    .describe('For each question, where its answer stands'),
  constants: z
    .record(z.string(), scalar)
    .optional()
    .describe('Answers that are the same for every row'),
  medicines: z
    .array(
      z.strictObject({
        list: z.enum(['medications', 'supplements']).optional(),
        each: column
          .optional()
          .describe('A key whose value lists medicines as objects: the others are keys of each'),
        ...told,
      }),
    )
    .optional()
    .describe('Columns of one medicine each'),
  medicine_file: z
    .strictObject({ id: from, list: from.optional(), ...told })
    .optional()
    .describe('The columns of the second file, one medicine a row'),
  name: from
    .optional()
    .describe('What the patient is called; shown on the page with --names, and nowhere else'),
  ignore: z.array(column).optional().describe('Columns that answer no question'),
});

export type MappingFile = z.output<typeof mappingSchema>;
export type From = z.output<typeof from>;
export type Spec = z.output<typeof spec>;
