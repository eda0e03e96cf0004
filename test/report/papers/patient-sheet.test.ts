import { describe, expect, test } from 'vitest';

import { calendar } from '../../../src/report/papers/calendar.ts';
import { patientSheet } from '../../../src/report/papers/patient-sheet.ts';
import type { Disposition } from '../../../src/rules/schema/common.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { paperSource } from '../../support/paper-source.ts';
import { type RawIntake, shipped } from '../../support/shipped.ts';

const { sheet: words } = shipped.ruleSet;
const AHEAD = { screened_at: '2026-11-19T10:00' };
const GO = {
  ...AHEAD,
  medications: [{ name: 'Eliquis', still_taking: true, prescriber_agrees: true }],
};
const CONTACT = { ...AHEAD, 'consent.able': false };
const HOLD = { ...AHEAD, 'infection.active': true };

function sourceOf(given: RawIntake, ...decided: Disposition[]) {
  const overrides = decided.map((disposition) => ({
    by: 'Dr B. Example',
    reason_words: 'Discussed',
    comment: '',
    at: '2026-11-20T08:00:00-09:00',
    disposition,
  }));
  return paperSource(healthyWith(given), { overrides });
}

describe('where the visit stands, on the sheet', () => {
  test.each([
    ['a go', GO, [words.go, words.medicines, words.changes]],
    ['a contact', CONTACT, [words.contact_physician, words.medicines, words.changes]],
    ['a hold', HOLD, [words.hold, words.medicines]],
    ['open questions', { ...AHEAD, 'driver.arranged': null }, [words.not_asked, words.medicines]],
    ['both', { ...HOLD, 'driver.arranged': null }, [words.hold, words.not_asked, words.medicines]],
    ['an emergency', { 'neuro.red_flags': ['bladder-bowel'] }, [words.emergency, words.medicines]],
  ])('%s', (_, given, expected) => {
    expect(patientSheet(sourceOf(given)).status.map(({ text }) => text)).toEqual(expected);
  });
});

describe('after a physician decided otherwise', () => {
  const stateOf = (given: RawIntake, ...decided: Disposition[]) => {
    const sheet = patientSheet(sourceOf(given, ...decided));
    return { first: sheet.status[0]?.text, steps: sheet.steps.length };
  };

  test('what the rules wanted looked at goes ahead with its steps', () => {
    const { first, steps } = stateOf(CONTACT, 'go');
    expect(first).toBe(words.go);
    expect(steps).toBe(patientSheet(sourceOf(CONTACT)).steps.length);
  });

  test('what the rules hold has no steps of theirs: the patient is to call', () => {
    expect(stateOf(HOLD, 'go').first).toBe(words.decided);
  });

  test('what the rules let go and is on hold now has no step, so that nothing is paused for it', () => {
    expect(stateOf(GO, 'hold')).toEqual({ first: words.hold, steps: 0 });
    expect(patientSheet(sourceOf(GO, 'hold')).groups).toEqual([]);
    expect(calendar(sourceOf(GO, 'hold'))).not.toContain('last dose');
  });

  test('the last decision counts', () => {
    expect(stateOf(GO, 'hold', 'go').first).toBe(words.go);
  });
});
