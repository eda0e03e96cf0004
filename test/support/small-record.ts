import { type CallLog, NO_CALL } from '../../src/interview/call-log.ts';
import type { AdditionRecord, Override, ScreeningRecord } from '../../src/records/record.ts';
import { healthyWith } from './generated-intake.ts';
import { type RawIntake, screenRaw, shipped } from './shipped.ts';
import { type StandingRecord, standingRecords } from '../../src/records/standing-record.ts';
import { askedQuestions } from '../../src/records/asked-questions.ts';

const RULES = `sha256:${'0'.repeat(64)}`;

/** The record of a healthy patient, with answers and parts laid over. */
export function screeningRecord(
  given: RawIntake = {},
  parts: Partial<ScreeningRecord> = {},
): ScreeningRecord {
  const answers = healthyWith(given);
  const result = screenRaw(answers);
  return {
    id: '0000001-aaaaaaaaaaaa',
    schema: 'prescreen.record/1',
    number: 1,
    previous: null,
    saved_at: '2026-11-24T07:31:00-09:00',
    content: 'json',
    kind: 'screening',
    rules: RULES,
    follows: null,
    tool_version: '1.0.0',
    screened_by: 'A. Nurse',
    questions: [...askedQuestions(shipped.ruleSet, answers, result)],
    answers,
    history: [],
    notes: {},
    result,
    call: NO_CALL,
    overrides: [],
    ...parts,
  };
}

export function additionRecord(call: CallLog, overrides: Override[] = []): AdditionRecord {
  return {
    id: '0000002-bbbbbbbbbbbb',
    schema: 'prescreen.record/1',
    number: 2,
    previous: null,
    saved_at: '2026-11-24T08:00:00-09:00',
    content: 'json',
    kind: 'addition',
    to: '0000001-aaaaaaaaaaaa',
    tool_version: '1.0.0',
    added_by: 'B. Nurse',
    call,
    overrides,
  };
}

/** The one screening of some records, as it stands. */
export function onlyStanding(
  ...records: readonly (ScreeningRecord | AdditionRecord)[]
): StandingRecord {
  const [only, ...others] = standingRecords(records);
  if (!only || others.length > 0) throw new Error('not one screening');
  return only;
}
