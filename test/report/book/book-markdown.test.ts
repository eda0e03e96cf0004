import { expect, test } from 'vitest';

import type { Block } from '../../../src/report/book/block.ts';
import { bookMarkdown } from '../../../src/report/book/book-markdown.ts';

function markdown(...blocks: readonly Block[]): string {
  return bookMarkdown({ title: 'T', subtitle: 'S', blocks });
}

test('a heading is a place to go to, and stands in the contents', () => {
  const text = markdown({ is: 'heading', level: 2, id: 'rules', text: 'Rules' });
  expect(text).toContain('\n- [Rules](#rules)\n');
  expect(text).toContain('<a id="rules"></a>\n\n## Rules\n');
});

test('a heading of one thing names it, and stands in no contents', () => {
  const text = markdown({ is: 'heading', level: 4, id: 'rule-a', text: 'A', name: 'a.b' });
  expect(text).toContain('#### A (`a.b`)');
  expect(text).not.toContain('](#rule-a)');
});

test('signs that would be markup stand for themselves', () => {
  expect(markdown({ is: 'text', words: '*a* <b> [c] `d` #e e_f' })).toContain(
    String.raw`\*a\* \<b\> \[c\] \`d\` \#e e\_f`,
  );
});

test('a table keeps a line for each row, whatever stands in it', () => {
  const text = markdown({
    is: 'table',
    caption: 'C',
    columns: ['a', 'b'],
    rows: [['x | y', 'two\nlines']],
  });
  expect(text).toContain('| a | b |\n| --- | --- |\n| x \\| y | two lines |\n');
});

test('what is joined stands below what joins it', () => {
  const below = [{ words: [{ text: 'fact', to: 'question-fact' }, ': yes'] }];
  expect(markdown({ is: 'list', items: [{ words: 'any of these', below }] })).toContain(
    '- any of these\n  - [fact](#question-fact): yes\n',
  );
});
