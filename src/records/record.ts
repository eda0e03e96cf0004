/** `prescreen.record/1`: one screening as it was, or what was added to one later. A record never changes. */
import * as z from 'zod';

import { screenResult } from '../evaluation/result.ts';
import { callLog } from '../interview/call-log.ts';
import { disposition } from '../rules/schema/common.ts';

const dateTime = z.iso.datetime({ offset: true });
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/);

/** Number and beginning of the seal: `0000042-3fa9c2b1d07e`. In the order of saving, and of nothing else. */
const recordId = z.string().regex(/^\d{7,}-[0-9a-f]{12}$/);

const chained = {
  schema: z.literal('prescreen.record/1'),
  /** Its place in the chain, from 1. */
  number: z.int().positive(),
  /** The seal of the record before it; null for the first. */
  previous: digest.nullable(),
  saved_at: dateTime,
  /** How the content stands below the header: in the clear, or encrypted in the age format. */
  content: z.enum(['json', 'age']),
};

const ofScreening = {
  kind: z.literal('screening'),
  /** The digest of what decided: the rules are kept under it. */
  rules: digest,
  /** The screening that this one takes up again. */
  follows: recordId.nullable(),
};

const ofAddition = {
  kind: z.literal('addition'),
  /** The screening that it is about. */
  to: recordId,
};

/** What can be read without a key: nothing of the patient. */
export const recordHeader = z.discriminatedUnion('kind', [
  z.strictObject({ ...chained, ...ofScreening }),
  z.strictObject({ ...chained, ...ofAddition }),
]);

const asked = z.strictObject({
  id: z.string(),
  /** As the nurse reads it aloud. */
  ask: z.string(),
  choices: z.record(z.string(), z.string()).optional(),
});

const override = z.strictObject({
  by: z.string(),
  /** A code of the site file, and its words on that day. */
  reason: z.string(),
  reason_words: z.string(),
  comment: z.string(),
  at: dateTime,
  disposition,
});

const screening = {
  tool_version: z.string(),
  screened_by: z.string(),
  /** Those that were answered or still to ask, in the order of the call. */
  questions: z.array(asked),
  /** As `check` reads them; a value may be `unknown` or `declined`. */
  answers: z.record(z.string(), z.unknown()),
  /** Every answer in the order in which it was given; without a value where one was taken back. */
  history: z.array(
    z.strictObject({ at: dateTime, fact: z.string(), value: z.unknown().exactOptional() }),
  ),
  /** What was noted beside an answer, by its fact; of a medicine, by its place: `medications[0]`. */
  notes: z.record(z.string(), z.string()),
  result: screenResult,
  call: callLog,
  overrides: z.array(override),
};

const addition = {
  tool_version: z.string(),
  added_by: z.string(),
  call: callLog,
  overrides: z.array(override),
};

export const screeningContent = z.strictObject(screening);
export const additionContent = z.strictObject(addition);

export type RecordHeader = z.output<typeof recordHeader>;
type ScreeningHeader = Extract<RecordHeader, { kind: 'screening' }>;
export type ScreeningContent = z.output<typeof screeningContent>;
export type AdditionContent = z.output<typeof additionContent>;
export type AskedQuestion = z.output<typeof asked>;
export type Override = z.output<typeof override>;

/** A record that was read. */
export type ScreeningRecord = { readonly id: string } & ScreeningHeader & ScreeningContent;
export type AdditionRecord = { readonly id: string } & Extract<RecordHeader, { kind: 'addition' }> &
  AdditionContent;

/** The screening that a later record is about, if it is about one. */
export function aboutOf(header: RecordHeader): string | null {
  return header.kind === 'addition' ? header.to : header.follows;
}
