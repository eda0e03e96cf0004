import { describe, expect, test } from 'vitest';

import { sbar } from '../../../src/report/papers/sbar.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { paperSource } from '../../support/paper-source.ts';

const HELD = healthyWith({
  'driver.arranged': false,
  'last_meal.kind': 'light',
  'last_meal.at': '2026-11-24T06:00',
});

function part(text: string, heading: string): string {
  const [, after = ''] = text.split(`\n${heading}\n`);
  return after.split('\n\n')[0] ?? '';
}

describe('the SBAR', () => {
  test('has its four parts and the read-back, in that order', () => {
    const headings = sbar(paperSource(HELD)).match(/^[A-Z-]{7,}$/gm);
    expect(headings).toEqual(['SITUATION', 'BACKGROUND', 'ASSESSMENT', 'REQUEST', 'READ-BACK']);
  });

  test('asks for what each finding needs, by its number', () => {
    const text = sbar(paperSource(HELD));
    expect(part(text, 'ASSESSMENT')).toMatch(/^1\. HOLD: /);
    expect(part(text, 'ASSESSMENT')).toMatch(/^2\. HOLD: /m);
    expect(part(text, 'REQUEST')).toMatch(/^1\. .*\n(?: {3}.*\n)*2\. /);
  });

  test('leaves out of the background what was answered with no or none and decides nothing', () => {
    const background = part(sbar(paperSource(HELD)), 'BACKGROUND');
    expect(background).toContain('Adult to take them home: no');
    expect(background).toContain('Age: 45 years');
    expect(background).not.toContain('Bleeding disorders');
    expect(background).not.toContain('Infection now');
  });

  test('leaves room for who ordered what, when, and that it was read back', () => {
    const lines = part(sbar(paperSource(HELD)), 'READ-BACK').split('\n');
    expect(lines.map((line) => line.replaceAll('_', '').trim())).toEqual([
      'Physician:',
      'Date and time:',
      'Ordered:',
      '',
      '',
      'Read back by:',
      'Confirmed by the physician:  [ ] yes   [ ] no',
    ]);
  });

  test('asks for nothing of a patient who can go', () => {
    expect(part(sbar(paperSource(healthyWith({}))), 'REQUEST')).toBe('- No decision is asked for.');
  });
});
