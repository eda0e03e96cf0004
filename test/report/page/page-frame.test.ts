import { expect, test } from 'vitest';

import { html } from '../../../src/report/page/html.ts';
import { pageFrame } from '../../../src/report/page/page-frame.ts';

const FRAME = { language: 'en', title: 'A & B', style: 'p{}', body: html`<p>${'<x>'}</p>` };

test('a page loads nothing, and runs scripts only where it has some', () => {
  const policy = `default-src 'none'; style-src 'unsafe-inline'`;
  expect(pageFrame(FRAME)).toContain(`content="${policy}"`);
  expect(pageFrame({ ...FRAME, hasScript: true })).toContain(
    `content="${policy}; script-src 'unsafe-inline'"`,
  );
});

test('what it is filled with is escaped', () => {
  expect(pageFrame(FRAME)).toMatch(/<title>A &amp; B<\/title>[\s\S]*<p>&lt;x&gt;<\/p>/);
});
