import { expect, test } from 'vitest';

import { saidText } from '../../../src/report/rules/said-text.ts';

test.each([
  [
    'hold routine fasting.clear-liquid last_drink: Last clear drink 2 h before; 3 h are needed.',
    'HOLD: Last clear drink 2 h before; 3 h are needed. (fasting.clear-liquid)',
  ],
  [
    'contact-physician same-day heart.symptoms blood_pressure.symptoms: Chest pain: call.',
    'CONTACT PHYSICIAN (same-day): Chest pain: call. (heart.symptoms)',
  ],
  [
    'patient: No drinks after this time. [2026-11-24T07:00:00-09:00] fasting.plan',
    'patient, by 2026-11-24 07:00: No drinks after this time. (fasting.plan)',
  ],
  [
    'go routine driver.local-only driver.arranged: Not needed.',
    'NOTE: Not needed. (driver.local-only)',
  ],
  ['nurse: Ask again. consent.written', 'nurse: Ask again. (consent.written)'],
  ['earliest 2026-11-26T09:00:00-09:00', 'earliest date: 2026-11-26 09:00'],
  ['earliest none', 'earliest date: none'],
  ['check on the day fever: Take it.', 'check on the day fever: Take it.'],
])('%s', (line, text) => {
  expect(saidText(line)).toBe(text);
});
