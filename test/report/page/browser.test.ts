/**
 * The page in a real browser, where there is one: `chromium` of the system.
 * @module-tag long
 */
import { join } from 'node:path';

import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { CHROMIUM, faultsOfPage, type OpenedPage, openPage } from '../../support/browser.ts';
import { folderWith, HOME, run } from '../../support/command-line.ts';

// Without a browser there is nothing to look with; continuous integration installs one.
describe.skipIf(CHROMIUM === undefined)('the worklist page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser.close());

  async function open(colorScheme: 'light' | 'dark'): Promise<OpenedPage> {
    const folder = folderWith();
    const path = join(folder, 'page.html');
    await run([
      'batch',
      join(HOME, 'examples', '*.json'),
      '--out',
      join(folder, 'out.csv'),
      '--report',
      path,
    ]);
    return openPage(browser, path, colorScheme);
  }

  test.each(['light', 'dark'] as const)(
    'has no fault that axe-core knows, in %s',
    async (scheme) => {
      const { page, requests } = await open(scheme);
      for (const index of [0, 1, 2]) await page.locator('summary').nth(index).click();
      expect(await faultsOfPage(page)).toEqual([]);
      expect(requests).toHaveLength(1);
    },
    60_000,
  );

  test('filters and sorts by itself', async () => {
    const { page } = await open('light');
    const shown = (): Promise<number> => page.locator('tbody[data-row]:visible').count();
    expect(await shown()).toBe(12);
    await page.getByRole('combobox', { name: 'Disposition' }).selectOption('go');
    expect(await page.getByRole('status').textContent()).toBe(`${await shown()} of 12 shown`);
    await page.getByRole('combobox', { name: 'Disposition' }).selectOption('');
    await page.getByLabel('Search').fill('EX-08');
    expect(await shown()).toBe(1);
    await page.getByLabel('Search').fill('');
    const group = page.locator('section[data-group]').last();
    const ids = (): Promise<string[]> => group.locator('tbody th').allTextContents();
    await group.getByRole('button', { name: 'Patient' }).click();
    const up = await ids();
    await group.getByRole('button', { name: 'Patient' }).click();
    expect(await ids()).toEqual(up.toReversed());
  }, 60_000);

  test('is worked with keys alone, from the search to a paper', async () => {
    const { page } = await open('light');
    const focused = (): Promise<string> =>
      page.evaluate<string>('document.activeElement.textContent.trim()');
    await page.getByLabel('Search').focus();
    await page.keyboard.type('EX-08');
    while (!(await focused()).startsWith('Chart note')) await page.keyboard.press('Tab');
    const note = page.locator('pre', { hasText: 'PRE-PROCEDURE SCREEN: HOLD' });
    expect(await note.locator('visible=true').count()).toBe(0);
    await page.keyboard.press('Enter');
    expect(await note.locator('visible=true').count()).toBe(1);
  }, 60_000);

  test('fits a phone without scrolling sideways', async () => {
    const { page } = await open('light');
    await page.setViewportSize({ width: 400, height: 800 });
    for (const index of [0, 1, 2]) await page.locator('summary').nth(index).click();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(400);
  }, 60_000);

  test('prints the worklist with the papers that are open, or one paper alone', async () => {
    const { page } = await open('light');
    await page.emulateMedia({ media: 'print' });
    const printed = (): Promise<number[]> =>
      Promise.all(
        ['pre', '.sheet', 'tbody[data-row]'].map((each) => page.locator(`${each}:visible`).count()),
      );
    expect(await printed()).toEqual([0, 0, 12]);
    await page.emulateMedia({ media: 'screen' });
    for (const index of [0, 2]) await page.locator('summary').nth(index).click();
    await page.emulateMedia({ media: 'print' });
    expect(await printed()).toEqual([1, 1, 12]);
    // What is printed is looked at while it is printed.
    await page.evaluate(`globalThis.print = () => {
      globalThis.printed = ['pre', '.sheet', 'h1', 'form', 'summary'].map((each) =>
        [...document.querySelectorAll(each)].filter((one) => one.checkVisibility()).length);
      globalThis.titled = document.title;
    }`);
    await page.evaluate(`document.querySelectorAll('details')[2].querySelector('button').click()`);
    expect(await page.evaluate('globalThis.printed')).toEqual([0, 1, 0, 0, 0]);
    expect(await page.evaluate('globalThis.titled')).toBe('Patient sheet of EX-09');
    expect(await printed()).toEqual([1, 1, 12]);
  }, 60_000);
});
