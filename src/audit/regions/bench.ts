import type { Screener } from '../../evaluation/screen.ts';
import type { Intake } from '../../intake/answers.ts';
import type { IntakeFault } from '../../intake/fault.ts';
import { readIntake } from '../../intake/read-intake.ts';
import type { Vocabulary } from '../../medicines/vocabulary.ts';

/** Rules in force, with what patients are made of to try them. */
export interface Bench {
  readonly screener: Screener;
  readonly vocabulary: Vocabulary;
  /** The patient that examples start from. */
  readonly healthy: Readonly<Record<string, unknown>>;
}

/** The healthy patient, read as an intake. Throws where its questions do not accept it. */
export function healthyIntake(bench: Bench): Intake {
  const reading = readHealthy(bench);
  if (reading.ok) return reading.intake;
  throw new Error('the healthy patient is no valid intake');
}

/** The answers of the healthy patient that their questions do not accept. */
export function healthyFaults(bench: Bench): readonly Pick<IntakeFault, 'field' | 'message'>[] {
  const reading = readHealthy(bench);
  return reading.ok ? [] : reading.faults;
}

function readHealthy({ screener, healthy }: Bench): ReturnType<typeof readIntake> {
  const { zone, prepared } = screener;
  const raw = {
    ...(prepared.ruleSet.questions.some(({ id }) => id === 'id') ? { id: 'HEALTHY' } : {}),
    ...healthy,
  };
  return readIntake(raw, prepared.ruleSet, { zone, asOf: undefined, now: 0 });
}
