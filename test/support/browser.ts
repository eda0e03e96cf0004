/** Pages in a real browser, where there is one: `chromium` of the system. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

import type { Browser, Page } from 'playwright-core';

export const CHROMIUM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((path) => existsSync(path));

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface OpenedPage {
  readonly page: Page;
  /** What it loaded, itself among it, and what its scripts threw. */
  readonly requests: readonly string[];
}

/** A page of the disk, as someone with this preference sees it. */
export async function openPage(
  browser: Browser,
  file: string,
  colorScheme: 'light' | 'dark',
): Promise<OpenedPage> {
  const page = await browser.newPage({ colorScheme });
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => requests.push(String(error)));
  await page.goto(pathToFileURL(file).href);
  return { page, requests };
}

/** What axe-core finds on a page, each with the first place. */
export async function faultsOfPage(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (
          options: unknown,
        ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
      };
    };
    const found = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
