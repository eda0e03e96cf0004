import type { Intake } from '../../intake/answers.ts';
import { readIntake } from '../../intake/read-intake.ts';
import type { StandingRecord } from '../../records/standing-record.ts';
import type { Language, PaperSource } from '../../report/papers/paper-source.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import type { Site } from '../../rules/site.ts';
import { readBack } from '../../time/parse-time.ts';
import { Zone } from '../../time/zone.ts';
import { Trouble } from '../trouble.ts';

export interface PaperContext {
  /** The rules that decided. */
  readonly ruleSet: RuleSet;
  /** The clinic as it is now: whom a patient calls today. */
  readonly site: Site;
  readonly language: Language;
}

/** What the papers of a recorded screening are written from: its own result, and all that was added to it. */
export function paperSourceOf(record: StandingRecord, context: PaperContext): PaperSource {
  const { result, notes, call, overrides } = record;
  const intake = intakeOfRecord(record, context.ruleSet);
  if (!intake)
    throw new Trouble(`record ${record.id}: its answers cannot be read by the rules that are here`);
  return {
    ...context,
    result,
    intake,
    zone: new Zone(result.time_zone),
    recordId: record.id,
    screenedBy: record.screened_by,
    notes,
    call,
    overrides,
  };
}

/** The answers of a record as they were read then; undefined when these rules cannot read them. */
export function intakeOfRecord(
  { answers, result }: StandingRecord,
  ruleSet: RuleSet,
): Intake | undefined {
  const at = readBack(result.evaluated_at);
  const zone = new Zone(result.time_zone);
  const reading = readIntake(answers, ruleSet, { zone, asOf: at, now: at });
  return reading.ok ? reading.intake : undefined;
}
