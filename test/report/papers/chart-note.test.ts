import { describe, expect, test } from 'vitest';

import { chartNote } from '../../../src/report/papers/chart-note.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { paperSource, unwrapped } from '../../support/paper-source.ts';

const AT_SIX = { 'last_meal.kind': 'light', 'last_meal.at': '2026-11-24T06:00' };

describe('the chart note', () => {
  test('says who, what and when, the disposition, and the earliest date with its rule', () => {
    const note = chartNote(paperSource(healthyWith(AT_SIX)));
    expect(note).toContain('PRE-PROCEDURE SCREEN: HOLD\n');
    expect(note).toContain('Patient:      GENERATED-1\n');
    expect(note).toContain('At:           Tue 24 Nov 2026 09:00 (America/Anchorage)\n');
    expect(note).toContain('Earliest date: Tue 24 Nov 2026 12:00 (fasting.solid-food)\n');
  });

  test('shows for each finding the answers, the rule and the source that it rests on', () => {
    const note = unwrapped(chartNote(paperSource(healthyWith(AT_SIX))));
    expect(note).toMatch(/ 1\. HOLD: Last solid food .* Start later/);
    expect(note).toMatch(/Answers used: .*Last meal at: Tue 24 Nov 2026 06:00/);
    expect(note).toContain('Rule: fasting.solid-food, asa-fasting-2023, guideline.');
  });

  test('says that nothing stands in the way when nothing does', () => {
    expect(chartNote(paperSource(healthyWith({})))).toContain('Nothing stands in the way.');
  });

  test('has every answer, with the note of the nurse beside it', () => {
    const notes = { 'bleeding.history': 'asked twice' };
    const note = unwrapped(chartNote(paperSource(healthyWith({}), { notes })));
    expect(note).toContain('Bleeding history: None of these (asked twice)');
  });

  test('leaves out no note, whatever it was noted at', () => {
    const notes = {
      '': 'Daughter interprets.',
      id: 'from the card',
      medications: 'has the list at home',
      'medications[0]': 'half a tablet',
      'health.cha2ds2_vasc': 'not in the chart',
    };
    const raw = healthyWith({ medications: [{ name: 'metoprolol' }] });
    const note = chartNote(paperSource(raw, { notes }));
    expect(note).toContain('- metoprolol (metoprolol): no action; noted: half a tablet\n');
    expect(note).toContain(
      [
        'NOTED',
        'Daughter interprets.',
        '- Patient number: from the card',
        '- Medicines: has the list at home',
        '- CHA2DS2-VASc: not in the chart\n',
      ].join('\n'),
    );
  });

  test('tells of the call, of the record and of who screened', () => {
    const note = chartNote(
      paperSource(healthyWith({}), {
        screenedBy: 'R. Nurse',
        recordId: '0000042-3fa9c2b1d07e',
        call: {
          attempts: [
            { at: '2026-11-24T07:20:00-09:00', outcome: 'no-answer' },
            { at: '2026-11-24T07:25:00-09:00', outcome: 'reached', spoke_with: 'patient' },
          ],
          teach_back: true,
          read_back: { by: 'Dr B. Example', at: '2026-11-24T07:40:00-09:00' },
        },
      }),
    );
    expect(note).toContain('Screened:     Tue 24 Nov 2026 07:30, by R. Nurse\n');
    expect(note).toContain('Record:       0000042-3fa9c2b1d07e\n');
    expect(note).toContain('- Tue 24 Nov 2026 07:20: no answer\n');
    expect(note).toContain('- Tue 24 Nov 2026 07:25: reached, spoke with patient\n');
    expect(note).toContain('- Teach-back: done');
    expect(note).toContain('- Read back by Dr B. Example, Tue 24 Nov 2026 07:40.\n');
  });

  test('keeps the disposition of the rules beside what somebody decided otherwise', () => {
    const note = chartNote(
      paperSource(healthyWith(AT_SIX), {
        overrides: [
          {
            by: 'Dr B. Example',
            reason_words: 'Local anesthetic only',
            comment: 'no sedative',
            at: '2026-11-24T08:00:00-09:00',
            disposition: 'go',
          },
        ],
      }),
    );
    expect(note).toContain('PRE-PROCEDURE SCREEN: HOLD\n');
    expect(unwrapped(note)).toContain(
      'DECIDED OTHERWISE - GO by Dr B. Example, Tue 24 Nov 2026 08:00: Local anesthetic only (no sedative)',
    );
  });

  test('is no wider than 72 columns, whatever a name is like', () => {
    const long = 'x'.repeat(200);
    const note = chartNote(paperSource(healthyWith({ medications: [{ name: long }] })));
    expect(Math.max(...note.split('\n').map((line) => line.length))).toBeLessThanOrEqual(72);
  });
});
