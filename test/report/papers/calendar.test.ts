import { describe, expect, test } from 'vitest';

import { calendar } from '../../../src/report/papers/calendar.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { paperSource } from '../../support/paper-source.ts';
import { shippedScreener } from '../../support/shipped.ts';

const AHEAD = healthyWith({ screened_at: '2026-11-17T10:00' });

function valuesOf(text: string, name: string): string[] {
  const unfolded = text.replaceAll('\r\n ', '');
  return [...unfolded.matchAll(new RegExp(`^${name}:(.*)\\r$`, 'gm'))].map(
    ([, value = '']) => value,
  );
}

describe('the calendar', () => {
  test('is stamped with the moment of the screening, in UTC', () => {
    const text = calendar(paperSource(AHEAD));
    expect(new Set(valuesOf(text, 'DTSTAMP'))).toEqual(new Set(['20261117T190000Z']));
    expect(valuesOf(text, 'DTSTART')).toContain('20261124T180000Z');
  });

  test('names a step the same at a later screening, which takes the place of the first', () => {
    const first = calendar(paperSource(AHEAD));
    const second = calendar(paperSource({ ...AHEAD, screened_at: '2026-11-19T10:00' }));
    expect(valuesOf(second, 'UID')).toEqual(valuesOf(first, 'UID'));
    expect(Number(valuesOf(second, 'SEQUENCE')[0])).toBeGreaterThan(
      Number(valuesOf(first, 'SEQUENCE')[0]),
    );
  });

  test('names the steps of another patient otherwise, without naming the patient', () => {
    const other = calendar(paperSource({ ...AHEAD, id: 'MRN-77' }));
    expect(other).not.toContain('MRN-77');
    expect(valuesOf(other, 'UID')).not.toEqual(valuesOf(calendar(paperSource(AHEAD)), 'UID'));
  });

  test('escapes what the format keeps for itself, and folds without tearing a letter', () => {
    const site = { ...shippedScreener.site, phone: String.raw`ñ;,\ `.repeat(40) };
    const text = calendar(paperSource(AHEAD, { site, language: 'es' }));
    expect(valuesOf(text, 'DESCRIPTION')[0]).toContain(String.raw`ñ\;\,\\ ñ\;\,\\`);
    expect(text).not.toContain('\uFFFD');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
