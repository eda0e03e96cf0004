import type { Finding } from '../evaluation/result.ts';
import { resultOf, type Tools } from './standing.ts';
import type { InterviewState } from './state.ts';

/** Emergencies that the answers so far tell of, and that the nurse was not told of yet. */
export function newEmergencies(state: InterviewState, tools: Tools): readonly Finding[] {
  const findings = resultOf(state, tools)?.findings ?? [];
  return findings.filter(
    (finding) => finding.urgency === 'emergency' && !state.told.includes(toldOf(finding)),
  );
}

/** By which it is remembered that the nurse was told. */
export function toldOf({ rule, subject }: Finding): string {
  return `${rule} ${subject}`;
}
