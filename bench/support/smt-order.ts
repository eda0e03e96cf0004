/** Answers that a rule compares with the day of the last dose: a third axis, beside those of the two moments. */
import type { Region } from '../../src/audit/regions/answer-regions.ts';
import type { Times } from '../../src/audit/regions/open-values.ts';
import type { Reading } from '../../src/audit/regions/reading.ts';
import type { Context } from '../../src/evaluation/context.ts';
import type { Test } from '../../src/rules/phrase.ts';
import type { SmtMedicine } from './smt-medicine.ts';
import type { SmtPatient } from './smt-patient.ts';
import { same } from './smt-text.ts';

export function comparesMoments({ is }: Test): boolean {
  return is === 'after-last-dose';
}

interface Seen {
  readonly patient: SmtPatient;
  readonly medicine: SmtMedicine;
  readonly reading: Reading;
  readonly base: Context;
}

/** On which side of the day of the last dose each of the days lies that were chosen on a path. */
export function besideLastDose(
  { screenedAt, stillTaking, lastTaken: [taken] }: Times,
  path: ReadonlyMap<string, unknown>,
  { patient, medicine, reading, base: { zone, procedureDay } }: Seen,
): string[] {
  const canBePaused = zone.dayOf(screenedAt) !== procedureDay && stillTaking !== false;
  const last = canBePaused ? screenedAt : taken;
  if (last === undefined) return [];
  const moment = canBePaused ? '|screened|' : medicine.wasTaken.value;
  return [...reading.tests].flatMap(([fact, tests]) => {
    const answer = (path.get(`answer:${fact}`) as Region | undefined)?.answer;
    if (answer?.state !== 'answered' || !tests.some(comparesMoments)) return [];
    const isAfter = Number(answer.value) > zone.dayOf(last);
    return same(patient.isDayAfter(fact, moment), isAfter);
  });
}
