import * as z from 'zod';

import { duration, id, isoDate, sentence } from './common.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a clock time such as 08:00');

const hours = z.union([
  z.literal('closed'),
  z.array(z.strictObject({ from: clock, until: clock })).min(1),
]);

const yesNo = z.union([z.boolean(), z.enum(['yes', 'no']).transform((word) => word === 'yes')]);

const override = z.strictObject({
  parameter: id,
  value: z.union([z.number(), duration]),
  reason: sentence,
  by: sentence,
  on: isoDate,
});

/** The key in the form of OpenSSL, without its first and last line; the beginning says that it is Ed25519. */
const publicKey = z
  .string()
  .regex(
    /^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/,
    'an Ed25519 public key, as `rules approve --key` prints it',
  );

/** `clinic.yaml`: the clinic, its hours, its procedures and what it overrides. */
export const site = z.strictObject({
  name: sentence,
  phone: sentence,
  time_zone: sentence,
  opening_hours: z.strictObject({
    monday: hours,
    tuesday: hours,
    wednesday: hours,
    thursday: hours,
    friday: hours,
    saturday: hours,
    sunday: hours,
  }),
  procedures: z.record(id, z.strictObject({ sedation: yesNo, steroid: yesNo, contrast: yesNo })),
  contacts: z.array(z.strictObject({ for: sentence, who: sentence, phone: sentence.optional() })),
  approvers: z
    .array(z.strictObject({ name: sentence, key: publicKey }))
    .default([])
    .describe(
      'Who approves rules; where there are any, only what is signed with their keys counts',
    ),
  overrides: z.array(override).default([]),
  override_reasons: z
    .record(id, sentence)
    .default({})
    .describe('For what a physician may decide otherwise than the rules: a code, and its words'),
  record_recipients: z
    .array(z.string().regex(/^age1[0-9a-z]+$/, 'a public key of age, such as age1…'))
    .default([])
    .describe('For whom records are encrypted; without any, they stand in the clear'),
  vocabulary: z
    .array(sentence)
    .default([])
    .describe('Files of names beside the formulary, by their paths from this file'),
});

export type SiteFile = z.output<typeof site>;
