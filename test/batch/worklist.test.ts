import { describe, expect, test } from 'vitest';

import { byWork, prescriberRules, type Task, workOf } from '../../src/batch/worklist.ts';
import { healthyWith } from '../support/generated-intake.ts';
import { type RawIntake, screenRaw, shipped } from '../support/shipped.ts';

const RULES = prescriberRules(shipped.ruleSet);

function work(given: RawIntake): ReturnType<typeof workOf> {
  return workOf(screenRaw(healthyWith({ ...given })), RULES);
}

const AHEAD = { screened_at: '2026-11-20T10:00' };

describe('what there is to do', () => {
  test('is nothing for a go', () => {
    expect(work({})).toEqual({ task: 'nothing', tasks: [], isTooLate: false });
  });

  test('is a call to the patient for what was not asked', () => {
    expect(work({ 'driver.arranged': null })).toEqual({
      task: 'call-patient',
      tasks: ['call-patient'],
      isTooLate: false,
    });
  });

  test('is a call to the prescriber for an agreement that is not on record', () => {
    expect(
      work({
        ...AHEAD,
        medications: [{ name: 'Eliquis', last_taken: '2026-11-20', still_taking: true }],
      }).tasks,
    ).toContain('call-prescriber');
  });

  test('is to reschedule what clears only after the procedure', () => {
    const late = work({
      medications: [
        {
          name: 'Eliquis',
          last_taken: '2026-11-23T08:00',
          still_taking: true,
          prescriber_agrees: true,
        },
      ],
    });
    expect(late).toMatchObject({ task: 'reschedule', isTooLate: true });
  });

  test('is a call to the physician for anything else', () => {
    expect(work({ 'infection.active': true }).task).toBe('call-physician');
  });

  test('is the emergency before anything else', () => {
    expect(work({ 'neuro.red_flags': ['cannot-walk'], 'driver.arranged': null }).tasks[0]).toBe(
      'emergency',
    );
  });
});

describe('the order of work', () => {
  const row = (id: string, task: Task, hour: string) => ({ id, task, at: Number(hour) });

  test('puts emergencies first, then what is too late to fix, and last what needs nothing; each by the hour', () => {
    const rows = [
      row('go', 'nothing', '08'),
      row('later', 'call-patient', '11'),
      row('sooner', 'call-patient', '09'),
      row('late', 'reschedule', '15'),
      row('emergency', 'emergency', '16'),
      row('prescriber', 'call-prescriber', '12'),
    ];
    expect(rows.toSorted(byWork).map(({ id }) => id)).toEqual([
      'emergency',
      'late',
      'prescriber',
      'sooner',
      'later',
      'go',
    ]);
  });
});
