import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { escapeHtml, html, trusted } from '../../../src/report/page/html.ts';

test('what is filled in is text and no markup', () => {
  expect(html`<p title="${'"'}">${'<script>&'}</p>`.markup).toBe(
    '<p title="&quot;">&lt;script&gt;&amp;</p>',
  );
});

test('markup may hold markup, and numbers', () => {
  const items = ['a', '<b>'].map((each) => html`<li>${each}</li>`);
  expect(html`${items}${3}${trusted('<hr>')}`.markup).toBe('<li>a</li><li>&lt;b&gt;</li>3<hr>');
});

test('no text leaves its place', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !/[<>"']/.test(escapeHtml(text))));
});
