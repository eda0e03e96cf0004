import type { Screener } from '../../evaluation/screen.ts';
import type { Intake } from '../../intake/answers.ts';
import { readIntake } from '../../intake/read-intake.ts';
import type { Vocabulary } from '../../medicines/vocabulary.ts';

/** Rules in force, with what patients are made of to try them. */
export interface Bench {
  readonly screener: Screener;
  readonly vocabulary: Vocabulary;
  /** The patient that examples start from. */
  readonly healthy: Readonly<Record<string, unknown>>;
}

/** The healthy patient, read as an intake. */
export function healthyIntake({ screener, healthy }: Bench): Intake {
  const { zone, prepared } = screener;
  const raw = {
    ...(screener.prepared.ruleSet.questions.some(({ id }) => id === 'id') ? { id: 'HEALTHY' } : {}),
    ...healthy,
  };
  const reading = readIntake(raw, prepared.ruleSet, { zone, asOf: undefined, now: 0 });
  if (reading.ok) return reading.intake;
  const why = reading.faults.map(({ field, message }) => `${field}: ${message}`).join('; ');
  throw new Error(`the healthy patient is no valid intake: ${why}`);
}
