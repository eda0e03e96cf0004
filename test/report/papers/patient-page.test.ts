/**
 * The patient sheet as a page, in a real browser where there is one.
 * @module-tag long
 */
import { join } from 'node:path';

import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { patientPage } from '../../../src/report/papers/patient-page.ts';
import { patientSheet } from '../../../src/report/papers/patient-sheet.ts';
import { CHROMIUM, faultsOfPage, openPage } from '../../support/browser.ts';
import { folderWith } from '../../support/command-line.ts';
import { healthyWith } from '../../support/generated-intake.ts';
import { paperSource } from '../../support/paper-source.ts';

const AGREED = healthyWith({
  screened_at: '2026-11-19T10:00',
  medications: [{ name: 'Eliquis', still_taking: true, prescriber_agrees: true }],
});
const EMERGENCY = healthyWith({ 'neuro.red_flags': ['bladder-bowel'] });

describe('the page of the patient', () => {
  test('holds everything that it needs, and reaches for nothing', () => {
    const page = patientPage(patientSheet(paperSource(AGREED)));
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/(?:src|href)=|https?:|@import|url\(|<script/);
  });

  test('shows what was typed as text', () => {
    const evil = '"><img src=x onerror=alert(1)>';
    const raw = healthyWith({ id: evil, medications: [{ name: evil }] });
    expect(patientPage(patientSheet(paperSource(raw)))).not.toContain('<img');
  });

  test('puts an emergency before everything else', () => {
    const page = patientPage(patientSheet(paperSource(EMERGENCY)));
    expect(page.indexOf('Call 911')).toBeGreaterThan(0);
    expect(page.indexOf('Call 911')).toBeLessThan(page.indexOf('<dl'));
  });
});

describe.skipIf(CHROMIUM === undefined)('in a browser, the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser.close());

  test.each([
    ['light', 'en', AGREED],
    ['dark', 'es', AGREED],
    ['dark', 'en', EMERGENCY],
  ] as const)(
    'has no fault that axe-core knows, and prints in large type: %s, %s',
    async (scheme, language, raw) => {
      const sheet = patientPage(patientSheet(paperSource(raw, { language })));
      const folder = folderWith({ 'sheet.html': sheet });
      const { page, requests } = await openPage(browser, join(folder, 'sheet.html'), scheme);
      expect(await faultsOfPage(page)).toEqual([]);
      expect(requests).toHaveLength(1);
      await page.emulateMedia({ media: 'print' });
      const size = await page.evaluate<string>('getComputedStyle(document.body).fontSize');
      // 16 points are 21.33 pixels.
      expect(Number.parseFloat(size)).toBeGreaterThan(21);
    },
    60_000,
  );
});
