import * as z from 'zod';

import { id, isoDate, sentence } from './common.ts';

const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/, 'a digest such as sha256:…');

/** One person's approval of one rule. Every value but `hash` and `signature` goes into `hash`. */
const approval = z.strictObject({
  rule: id,
  by: sentence,
  role: sentence,
  on: isoDate,
  comment: sentence.optional(),
  meaning: z
    .union([digest, z.literal('removed')])
    .describe('Of what can change a decision; `removed` approves that the rule is gone'),
  wording: z.union([digest, z.literal('removed')]).describe('Of what is said and cited'),
  parts: z
    .record(sentence, z.string())
    .describe('The beginnings of the digests of what makes up the meaning, to tell what changed'),
  not_looser_than: digest
    .optional()
    .describe('An earlier meaning, than which this one was proved to be no looser'),
  follows: z.union([digest, z.literal('nothing')]).describe('The hash of the entry before'),
  hash: digest,
  signature: z.base64().optional().describe('Ed25519, of the hash'),
});

export type Approval = z.output<typeof approval>;

/** `approvals.yaml`: who approved which rule, in the order in which it was done. Only added to. */
export const approvalsFile = z.strictObject({ approvals: z.array(approval) });
