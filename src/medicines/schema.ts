import * as z from 'zod';

import { FORMS, FREQUENCIES, REGIMENS, ROUTES } from './ways-of-taking.ts';

const name = z.string().min(1);
const names = z.array(name).min(1);

const route = z.enum(ROUTES);

/** What words of a line tell of a medicine, its name apart. */
const tells = z.strictObject({
  route: route.exactOptional(),
  form: z.enum(FORMS).exactOptional(),
  frequency: z.enum(FREQUENCIES).exactOptional(),
  regimen: z.enum(REGIMENS).exactOptional(),
  status: z
    .enum(['stopped', 'denied', 'allergy', 'taking'])
    .exactOptional()
    .describe('`taking` contradicts the others: "restarted"'),
  taken_for: name.exactOptional().describe('A choice of the answer `taken_for`'),
  prescription: z.literal(true).exactOptional(),
});

/** Brands whose name tells how the medicine is given, or how often. */
const told = {
  oral: names.optional(),
  injection: names.optional(),
  topical: names.optional(),
  eye: names.optional(),
  nasal: names.optional(),
  inhaled: names.optional(),
  weekly: names.optional(),
  daily: names.optional(),
  extended: names.optional(),
  prescription: names
    .optional()
    .describe('Sold on prescription only, though the ingredient is sold over the counter'),
};

const className = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

const ingredient = z.strictObject({
  name,
  rxcui: z.string().regex(/^\d+$/).optional(),
  classes: z.array(className).min(1).optional().describe('Those of the group when absent'),
  also: names.optional().describe('Synonyms, salts, international names'),
  brands: names.optional(),
  over_the_counter: z.literal(true).optional(),
  counter_mg: z
    .number()
    .positive()
    .optional()
    .describe('The most in one tablet that is sold over the counter'),
  ...told,
});

const combination = z.strictObject({
  name,
  of: z.array(name).min(1).describe('Every ingredient'),
  also: names.optional(),
  route: route.optional(),
  regimen: z.enum(['daily', 'weekly']).optional(),
  prescription: z.literal(true).optional().describe('Though every ingredient is sold without'),
});

const variant = z.strictObject({
  name: name.describe('A brand name that by itself does not tell what is in it'),
  one_of: names.describe('The products under that name, each defined elsewhere'),
  ask: name,
});

const presentation = z.strictObject({
  names: names.describe(
    'Names of one medicine that do not tell in which of several ways it is given',
  ),
  one_of: names.describe('Its names that do; a rule has to know'),
  ask: name,
});

const word = z.strictObject({
  say: names.describe('What people say instead of a name'),
  means: z.array(className),
  ask: name,
});

/**
 * Where a phrase must stand to be said of a medicine: right `before` its name, or last after a colon or in brackets;
 * `apart` from it, first before a colon or last after a colon, a dash or in brackets; or `alone`, said of no medicine.
 */
const stands = z.enum(['before', 'apart', 'alone']);

/** The language of medicine lines: everything on one that is no name. */
const reading = {
  units: z
    .record(name, names)
    .optional()
    .describe('Each unit of strength, with the ways to write it'),
  phrases: z
    .array(
      z.strictObject({
        tells: tells.optional(),
        stands: stands.optional(),
        thing: z.literal(true).optional().describe('May stand for another medicine: "a pill"'),
        counts: z.literal(true).optional().describe('How many: "two"'),
        doubt: z.literal(true).optional().describe('Who says so is not sure: "or something"'),
        say: names,
      }),
    )
    .optional()
    .describe(
      'Words that may stand beside a name, and what they tell of the medicine, if anything',
    ),
  joins: z
    .strictObject({ and: names, or: names })
    .optional()
    .describe('Words between two medicines; what is denied before `or` is denied after it'),
  everyday: names.optional().describe('Words of the language that are not read as a misspelt name'),
};

/** A file of the formulary: a group of medicines, by ingredient. */
export const formularyFile = z.strictObject({
  group: name.optional(),
  classes: z.array(className).min(1).optional(),
  class_names: z
    .array(
      z.strictObject({
        id: className,
        title: name,
        why: name.optional(),
        local: z
          .literal(false)
          .optional()
          .describe('Of no concern on the skin, in the eye, in the nose or in the lung'),
      }),
    )
    .optional()
    .describe(
      'Every class there is, and why it matters before an injection; no reason, no concern',
    ),
  ingredients: z.array(ingredient).optional(),
  combinations: z.array(combination).optional(),
  variants: z.array(variant).optional(),
  presentations: z.array(presentation).optional(),
  words: z.array(word).optional(),
  word_endings: z
    .array(names)
    .optional()
    .describe('Ends of such words that mean the same: what is said with one is said with any'),
  abbreviations: z.array(z.strictObject({ say: name, name })).optional(),
  misspellings: z
    .array(z.strictObject({ name, say: names }))
    .optional()
    .describe('Those so common that they are read as the name, though others come near'),
  oral_only: names
    .optional()
    .describe('Ingredients that are only swallowed: a shot of one is another medicine'),
  lookalikes: z.array(z.array(name).min(2)).optional(),
  stems: z.array(z.strictObject({ ending: name, means: z.array(className).min(1) })).optional(),
  ...reading,
});

/** A file of a site: medicines and what they are called. How lines are read, and which classes there are, is ours. */
export const siteFormularyFile = formularyFile.omit({
  class_names: true,
  word_endings: true,
  stems: true,
  units: true,
  phrases: true,
  joins: true,
  everyday: true,
});

export type FormularyFile = z.output<typeof formularyFile>;
export type Ingredient = z.output<typeof ingredient>;
export type Tells = z.output<typeof tells>;
export type Stands = z.output<typeof stands>;
