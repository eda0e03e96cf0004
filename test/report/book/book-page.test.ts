import { expect, test } from 'vitest';

import type { Block } from '../../../src/report/book/block.ts';
import { bookPage } from '../../../src/report/book/book-page.ts';

function page(...blocks: readonly Block[]): string {
  return bookPage({ title: 'T & U', subtitle: 'S', blocks });
}

test('whatever stands in the rules is text, never markup', () => {
  const bad = '<script>alert(1)</script>';
  const made = page(
    { is: 'heading', level: 2, id: 'a', text: bad, name: bad },
    { is: 'text', words: [bad, { text: bad, to: 'a' }] },
    { is: 'terms', terms: [[bad, bad]] },
    { is: 'table', caption: bad, columns: [bad], rows: [[bad]] },
  );
  expect(made).not.toContain('<script');
  expect(made).toContain('<title>T &amp; U</title>');
});

test('reaches for nothing outside itself', () => {
  expect(page()).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'\"");
  expect(page()).not.toMatch(/\b(?:src|href)="(?!#)/);
});

test('the contents hold the chapters and the parts of each', () => {
  const made = page(
    { is: 'heading', level: 2, id: 'one', text: 'One' },
    { is: 'heading', level: 3, id: 'part', text: 'Part' },
    { is: 'heading', level: 3, id: 'thing', text: 'Thing', name: 'thing' },
    { is: 'heading', level: 2, id: 'two', text: 'Two' },
  ).replaceAll(/>\s+</g, '><');
  const [, contents = ''] = /<nav[^>]*>(.*)<\/nav>/s.exec(made) ?? [];
  expect(contents).toContain(
    '<li><a href="#one">One</a><ul><li><a href="#part">Part</a></li></ul></li><li><a href="#two">Two</a></li>',
  );
  expect(contents).not.toContain('Thing');
});
