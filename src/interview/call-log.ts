import * as z from 'zod';

const attempt = z
  .strictObject({
    at: z.string(),
    outcome: z.enum(['reached', 'no-answer', 'left-message']),
    spoke_with: z.enum(['patient', 'family', 'caregiver', 'other']).exactOptional(),
  })
  .readonly();

/** What became of the call itself, in the form in which the record keeps it. */
export const callLog = z
  .strictObject({
    attempts: z.array(attempt).readonly(),
    /** The patient said in their own words what they will do. */
    teach_back: z.boolean().exactOptional(),
    /** Who repeated to whom: the physician that read the message back. */
    read_back: z
      .strictObject({ by: z.string(), at: z.string().exactOptional() })
      .readonly()
      .exactOptional(),
  })
  .readonly();

/** How a call ended, in a line. */
export const OUTCOME_WORDS: Readonly<Record<CallAttempt['outcome'], string>> = {
  reached: 'reached',
  'no-answer': 'no answer',
  'left-message': 'left a message',
};

export type CallAttempt = z.output<typeof attempt>;
export type CallLog = z.output<typeof callLog>;

export const NO_CALL: CallLog = { attempts: [] };
