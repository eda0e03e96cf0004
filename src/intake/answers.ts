import type { Instant } from '../time/zone.ts';

/** A date is a day number and a date-time an instant; the question says which. */
export type AnswerValue = boolean | number | string | readonly string[];

/** What became of a question that was asked. One that was never asked has no answer at all. */
export type Answer =
  | { readonly state: 'answered'; readonly value: AnswerValue }
  | { readonly state: 'unknown' }
  | { readonly state: 'declined' };

type Answers = ReadonlyMap<string, Answer>;

/** One medicine as the patient or the export gave it. A field that was not given, or not known, is absent. */
export interface IntakeMedicine {
  readonly list: 'medications' | 'supplements';
  /** Its place in that list. */
  readonly index: number;
  readonly name: string;
  readonly dose?: string;
  readonly regimen?: string;
  readonly route?: string;
  /** The last moment at which the last dose can have been taken: the end of a day when only the day is known. */
  readonly last_taken?: Instant;
  readonly still_taking?: boolean;
  readonly taken_for?: string;
  readonly prescriber_agrees?: boolean;
}

/** One patient's answers, read and checked. */
export interface Intake {
  readonly id: string;
  readonly procedure_at: Instant;
  readonly screened_at: Instant;
  readonly answers: Answers;
  readonly medicines: readonly IntakeMedicine[];
}
