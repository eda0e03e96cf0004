import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import type { ScreenResult } from '../../src/evaluation/result.ts';
import { screenRaw } from '../support/shipped.ts';

/** A patient before Tuesday, 24 November 2026, 9:00, on the morning of that day. */
const patient = JSON.parse(
  readFileSync(new URL('../../examples/03-apixaban-with-agreement.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, unknown>>;

function screened(name: string, more: Readonly<Record<string, unknown>> = {}): ScreenResult {
  const medications = [{ name, prescriber_agrees: true, ...more }];
  return screenRaw({ ...patient, screened_at: '2026-11-24T07:30', medications, supplements: [] });
}

const finding = (
  result: ScreenResult,
  rule: string,
): ScreenResult['findings'][number] | undefined =>
  result.findings.find((each) => each.rule === rule);

describe('the last dose that the words of an entry tell', () => {
  test.each([
    ['Plavix (last 11/19)', '2026-11-19T23:59:00-09:00'],
    ['Plavix LD 11/19/26', '2026-11-19T23:59:00-09:00'],
    ['Plavix last dose yesterday', '2026-11-23T23:59:00-09:00'],
    ['Plavix last taken 11/20 8am', '2026-11-20T08:00:00-09:00'],
    ['Plavix - stopped 3 days ago', '2026-11-21T23:59:00-09:00'],
    ['off Plavix since Nov 20', '2026-11-20T23:59:00-09:00'],
  ])('is the end of that day, or the hour: `%s`', (name, instant) => {
    expect(finding(screened(name), 'thinners.hold-window')?.because['last_taken']).toBe(instant);
  });

  test('is no later than the screening', () => {
    const { because } = finding(screened('Plavix this morning'), 'thinners.hold-window') ?? {};
    expect(because?.['last_taken']).toBe('2026-11-24T07:30:00-09:00');
  });

  test('counts from the last day that it leaves open', () => {
    const within = finding(screened('Plavix stopped 5-8 days ago'), 'thinners.hold-window');
    expect(within?.because['last_taken']).toBe('2026-11-19T23:59:00-09:00');
    expect(finding(screened('off Plavix since October'), 'thinners.hold-window')).toBeUndefined();
  });

  test.each(['03/04', '3/4/2026', 'last Monday', '11/30', 'a few days ago'])(
    'is not guessed, and said not to be clear: `%s`',
    (words) => {
      const { message } =
        finding(screened(`Plavix last taken ${words}`), 'thinners.hold-window') ?? {};
      expect(message).toContain('cannot be decided');
      expect(message).toContain('may mean several days');
    },
  );
});

describe('a last dose in its own field', () => {
  test('counts, and the words that contradict it are said', () => {
    const result = screened('Plavix (last 11/19)', { last_taken: '2026-11-10' });
    expect(finding(result, 'thinners.hold-window')).toBeUndefined();
    expect(finding(result, 'medicines.last-dose-contradicted')).toMatchObject({
      disposition: 'contact-physician',
      because: { last_taken: '2026-11-10T23:59:00-09:00', written: '11/19' },
    });
  });

  test.each([
    ['Plavix (last 11/10)', 'the same day'],
    ['Plavix last dose yesterday', 'words that may have been written on another day'],
    ['Plavix last taken 03/04', 'words that are not clear'],
  ])('is not contradicted by `%s`: %s', (name) => {
    const result = screened(name, { last_taken: '2026-11-10' });
    expect(finding(result, 'medicines.last-dose-contradicted')).toBeUndefined();
  });
});
