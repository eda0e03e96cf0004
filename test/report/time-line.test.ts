import { describe, expect, test } from 'vitest';

import { PLAIN } from '../../src/report/palette.ts';
import { timeLine } from '../../src/report/time-line.ts';
import { tooWide } from '../support/colour.ts';
import { healthyWith } from '../support/generated-intake.ts';
import { paperSource } from '../support/paper-source.ts';
import type { RawIntake } from '../support/shipped.ts';
import { shippedCases } from '../support/shipped-cases.ts';

const AHEAD = { screened_at: '2026-11-19T14:20' };
const AGREED = {
  ...AHEAD,
  medications: [{ name: 'Eliquis', still_taking: true, prescriber_agrees: true }],
};

function lines(given: RawIntake): string[] {
  const { result, intake, zone } = paperSource(healthyWith(given));
  return timeLine(result, { palette: PLAIN, zone, intake });
}

/** Date and distance of each row, and how its text begins. */
function rows(given: RawIntake): string[] {
  return lines(given)
    .filter((line) => /^ {2}\S/.test(line))
    .map((line) => line.replaceAll(/ {2,}/g, '  ').trim());
}

describe('the time line', () => {
  test('runs from the screening over last dose, food, drink and arrival to procedure and restart', () => {
    const text = rows(AGREED);
    expect(text[0]).toBe('Thu 19 Nov 14:20  4.7 d before  Screened');
    expect(text[1]).toMatch(/^Sat 21 Nov 09:00 {2}72 h before {2}Take your last dose of Eliquis/);
    expect(text[3]).toMatch(/^Tue 24 Nov 03:00 {2}6 h before {2}No food at all/);
    expect(text[4]).toMatch(/^Tue 24 Nov 07:00 {2}2 h before {2}No drinks/);
    expect(text[5]).toMatch(/^Tue 24 Nov 08:30 {2}30 min before {2}Be at the clinic/);
    expect(text[6]).toBe('Tue 24 Nov 09:00  Procedure');
    expect(text[7]).toMatch(/^Wed 25 Nov 09:00 {2}24 h after /);
    expect(lines(AGREED).join('\n')).toMatch(/For the nurse: Eliquis \(apixaban\): earliest\n/);
  });

  test('starts with what was told of the last meal, drink and doses', () => {
    const told = rows({
      'last_meal.kind': 'light',
      'last_meal.at': '2026-11-23T19:00',
      'last_drink.kind': 'clear',
      'last_drink.at': '2026-11-24T06:00',
      medications: [
        { name: 'Eliquis', last_taken: '2026-11-20', still_taking: false, prescriber_agrees: true },
        { name: 'metoprolol', last_taken: '2026-11-24T06:00' },
      ],
    });
    expect(told.slice(0, 4)).toEqual([
      'Fri 20 Nov 23:59  3.3 d before  Last dose of Eliquis as told, or earlier that',
      'Mon 23 Nov 19:00  14 h before  Last meal as told: light',
      'Tue 24 Nov 06:00  3 h before  Last drink as told: clear',
      'Tue 24 Nov 07:30  1.5 h before  Screened',
    ]);
    expect(told.join()).not.toContain('metoprolol');
  });

  test('shows the procedure on hold, and the earliest date behind it', () => {
    const held = rows({ 'last_meal.kind': 'light', 'last_meal.at': '2026-11-24T06:00' });
    expect(held).toEqual([
      'Tue 24 Nov 06:00  3 h before  Last meal as told: light',
      'Tue 24 Nov 07:30  1.5 h before  Screened',
      'Tue 24 Nov 09:00  Procedure as planned, on hold',
      'Tue 24 Nov 12:00  3 h after  Earliest date',
    ]);
  });

  test('calls a procedure that a physician has to look at not confirmed', () => {
    expect(rows({ ...AHEAD, 'consent.able': false })).toContain(
      'Tue 24 Nov 09:00  Procedure, not confirmed yet',
    );
  });

  test('is none in an emergency, and none that only repeats the head of the page', () => {
    expect(lines({ 'neuro.red_flags': ['bladder-bowel'] })).toEqual([]);
    expect(lines({ 'infection.active': true })).toEqual([]);
  });

  test('is plain ASCII of at most 80 columns for every shipped case', () => {
    for (const { raw } of shippedCases) {
      const { result, intake, zone } = paperSource(raw);
      const text = timeLine(result, { palette: PLAIN, zone, intake }).join('\n');
      expect(tooWide(text)).toEqual([]);
      expect(text).toMatch(/^[\n\u0020-\u007E]*$/);
    }
  });
});
