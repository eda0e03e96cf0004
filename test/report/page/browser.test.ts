/** The page in a real browser, where there is one: `chromium` of the system. */
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
      expect(await faultsOfPage(page)).toEqual([]);
      expect(requests).toHaveLength(1);
    },
    60_000,
  );

  test('filters and sorts by itself', async () => {
    const { page } = await open('light');
    const shown = (): Promise<number> => page.locator('tr[data-row]:visible').count();
    expect(await shown()).toBe(12);
    await page.getByRole('combobox', { name: 'Disposition' }).selectOption('go');
    expect(await page.getByRole('status').textContent()).toBe(`${await shown()} of 12 shown`);
    await page.getByRole('combobox', { name: 'Disposition' }).selectOption('');
    await page.getByLabel('Search').fill('EX-08');
    expect(await shown()).toBe(1);
    await page.getByLabel('Search').fill('');
    const group = page.locator('section[data-group]').last();
    const ids = (): Promise<string[]> => group.locator('tr[data-row] > th').allTextContents();
    await group.getByRole('button', { name: 'Patient' }).click();
    const up = await ids();
    await group.getByRole('button', { name: 'Patient' }).click();
    expect(await ids()).toEqual(up.toReversed());
  }, 60_000);
});
