import { expect, test } from 'vitest';

import { patientDate, patientTime } from '../../../src/report/papers/patient-time.ts';
import { wordsOf } from '../../../src/report/papers/words-of.ts';
import { parseInstant } from '../../../src/time/parse-time.ts';
import { Zone } from '../../../src/time/zone.ts';

const zone = new Zone('America/Anchorage');
const at = (text: string): number => parseInstant(text, zone, 'earlier') ?? Number.NaN;

test.each([
  ['2026-11-24T09:05', 'Tuesday, November 24, 9:05 am', 'martes 24 de noviembre, 9:05 am'],
  ['2026-11-24T12:30', 'Tuesday, November 24, 12:30 pm', 'martes 24 de noviembre, 12:30 pm'],
  ['2026-11-24T00:01', 'Tuesday, November 24, 12:01 am', 'martes 24 de noviembre, 12:01 am'],
  [
    '2026-11-24T12:00',
    'Tuesday, November 24, 12:00 noon',
    'martes 24 de noviembre, 12:00 del mediodía',
  ],
  [
    '2026-11-24T00:00',
    'Tuesday, November 24, 12:00 midnight (the night from Monday to Tuesday)',
    'martes 24 de noviembre, 12:00 de la medianoche (la noche del lunes al martes)',
  ],
])('%s is told so that no patient takes it for another hour', (text, english, spanish) => {
  expect(patientTime(at(text), zone, wordsOf('en'))).toBe(english);
  expect(patientTime(at(text), zone, wordsOf('es'))).toBe(spanish);
});

test('a date has its year', () => {
  expect(patientDate(at('2026-11-24T09:00'), zone, wordsOf('en'))).toBe(
    'Tuesday, November 24, 2026, 9:00 am',
  );
});
