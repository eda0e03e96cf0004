/**
 * The book in a real browser, where there is one.
 * @module-tag long
 */
import { join } from 'node:path';

import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { CHROMIUM, faultsOfPage, type OpenedPage, openPage } from '../../support/browser.ts';
import { folderWith, run } from '../../support/command-line.ts';
import { smallFolder } from '../../support/small-folder.ts';

/** A bit of everything that a book has. */
const PARTS = {
  questions: [{ id: 'fever', type: 'number', between: [30, 45], help: 'Under the tongue.' }],
  parameters: [{ id: 'limit', value: 38, unit: 'C' }],
  definitions: [
    { id: 'hot', when: [{ fever: 'at least {limit}' }], disagreement: 'Others say 39.' },
  ],
  lookups: [
    {
      id: 'kind',
      from: 'procedure.type',
      choices: ['deep', 'flat'],
      values: { injection: 'deep', ablation: 'flat' },
    },
  ],
  tables: [
    {
      id: 'holds',
      columns: { hold: { type: 'duration', title: 'Hold' } },
      rows: [
        { drug: 'apixaban', values: { hold: '72 hours' }, disagreement: 'Others say 48.' },
        { class: 'nsaid', when: [{ hot: 'yes' }], values: { hold: '24 hours' } },
      ],
    },
  ],
  rules: [
    {
      id: 'fever.high',
      each_medicine: [
        { in_table: 'holds' },
        { last_taken: 'less than {hold} before the procedure' },
      ],
      when: [{ any: [{ hot: 'yes' }, { kind: 'deep' }] }],
    },
    { id: 'fever.note', when: [{ hot: 'yes' }], outcome: 'go' },
    { id: 'fever.ask', when: [{ hot: 'yes' }], outcome: 'contact-physician' },
  ],
};

/** A4 with the margins of the page, at 96 dots an inch. */
const PAPER = { width: 680, height: 1000 };

// Without a browser there is nothing to look with; continuous integration installs one.
describe.skipIf(CHROMIUM === undefined)('the book', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser.close());

  async function open(
    colorScheme: 'light' | 'dark',
    inForce: readonly string[] = [],
  ): Promise<OpenedPage> {
    const path = join(folderWith(), 'book.html');
    expect((await run(['rules', 'book', '--out', path, ...inForce])).code).toBe(0);
    return openPage(browser, path, colorScheme);
  }

  test.each(['light', 'dark'] as const)(
    'needs nothing but itself and has no fault that axe-core knows, in %s',
    async (scheme) => {
      // Of the shipped rules the same takes twenty seconds, and finds the same.
      const { page, requests } = await open(scheme, smallFolder(PARTS).inForce);
      expect(await faultsOfPage(page)).toEqual([]);
      expect(requests).toHaveLength(1);
    },
    60_000,
  );

  test('is no wider than a telephone, and no wider than the paper', async () => {
    const { page } = await open('light');
    const width = (): Promise<number> =>
      page.evaluate<number>('document.documentElement.scrollWidth');
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await width()).toBe(360);
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize(PAPER);
    expect(await width()).toBe(PAPER.width);
  }, 60_000);

  test('leads from every link to a place that there is, once', async () => {
    const { page } = await open('light');
    const each = (expression: string): Promise<string[]> => page.evaluate<string[]>(expression);
    const links = await each(
      "[...document.querySelectorAll('a')].map((link) => link.getAttribute('href').slice(1))",
    );
    const ids = await each("[...document.querySelectorAll('[id]')].map(({ id }) => id)");
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((to) => !ids.includes(to))).toEqual([]);
  }, 60_000);
});
