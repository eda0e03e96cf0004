import { expect, test } from 'vitest';

import type { SaidLine } from '../../../src/audit/diff/witness.ts';
import { saidText } from '../../../src/report/rules/said-text.ts';

const DRINK: SaidLine = {
  is: 'finding',
  disposition: 'hold',
  urgency: 'routine',
  rule: 'fasting.clear-liquid',
  subject: 'last_drink',
  message: 'Last clear drink 2 h before; 3 h are needed.',
};

test.each<[string, SaidLine]>([
  ['HOLD: Last clear drink 2 h before; 3 h are needed. (fasting.clear-liquid)', DRINK],
  [
    'CONTACT PHYSICIAN (same-day): Chest pain: call. (heart.symptoms)',
    {
      is: 'finding',
      disposition: 'contact-physician',
      urgency: 'same-day',
      rule: 'heart.symptoms',
      subject: 'blood_pressure.symptoms',
      message: 'Chest pain: call.',
    },
  ],
  [
    'patient, by 2026-11-24 07:00: No drinks after this time. (fasting.plan)',
    {
      is: 'instruction',
      whom: 'patient',
      text: 'No drinks after this time.',
      at: '2026-11-24T07:00:00-09:00',
      rule: 'fasting.plan',
    },
  ],
  [
    'NOTE: Not needed. (driver.local-only)',
    { ...DRINK, disposition: 'go', rule: 'driver.local-only', message: 'Not needed.' },
  ],
  [
    'nurse: Ask again. (consent.written)',
    {
      is: 'instruction',
      whom: 'nurse',
      text: 'Ask again.',
      at: undefined,
      rule: 'consent.written',
    },
  ],
  ['earliest date: 2026-11-26 09:00', { is: 'earliest', at: '2026-11-26T09:00:00-09:00' }],
  ['earliest date: none', { is: 'earliest', at: undefined }],
  ['check on the day fever: Take it.', { is: 'check', fact: 'fever', text: 'Take it.' }],
])('%s', (text, line) => {
  expect(saidText(line)).toBe(text);
});
