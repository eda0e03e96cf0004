import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { codeFrame } from '../../src/source/code-frame.ts';
import type { Span } from '../../src/source/diagnostic.ts';

/** The span of a word in a text. */
function spanOf(word: string, text: string): Span {
  const start = text.indexOf(word);
  return { source: { file: 'f', text }, start, end: start + word.length };
}

/** What stands above the carets. */
function underlined(frame: string): string {
  const [line = '', carets = ''] = frame.split('\n');
  return line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1);
}

test('shows the line with carets under the span', () => {
  expect(codeFrame(spanOf('much', 'rules:\n  - age: much\n'))).toBe(
    '2 |   - age: much\n  |          ^^^^',
  );
});

test('the gutter is as wide as the number of the line', () => {
  expect(codeFrame(spanOf('here', `${'\n'.repeat(99)}here`))).toBe('100 | here\n    | ^^^^');
});

test('a tab takes one column', () => {
  expect(codeFrame(spanOf('b', 'a\tb'))).toBe('1 | a b\n  |   ^');
});

test('the carriage return of a Windows file is not shown', () => {
  expect(codeFrame(spanOf('b', 'a b\r\nc'))).toBe('1 | a b\n  |   ^');
});

test('an empty span has one caret', () => {
  expect(codeFrame({ source: { file: 'f', text: '' }, start: 0, end: 0 })).toBe('1 | \n  | ^');
});

test('a span of several lines is marked to the end of its first', () => {
  expect(codeFrame(spanOf('b\nc', 'a b\nc d'))).toBe('1 | a b\n  |   ^');
});

test('a word far out in a long line is shown with what surrounds it', () => {
  const frame = codeFrame(spanOf('HERE', `${'x'.repeat(300)}HERE${'y'.repeat(300)}`));
  expect(underlined(frame)).toBe('HERE');
  expect(frame).toContain('xxxHEREyyy');
});

test('a word at the edge of what can be shown is shown whole', () => {
  expect(underlined(codeFrame(spanOf('HERE', `${'x'.repeat(70)}HERE${'y'.repeat(50)}`)))).toBe(
    'HERE',
  );
});

test('no line is wider than the terminal of old, and the carets are never empty', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', ' ', '\n'), maxLength: 400 }),
      fc.nat(),
      fc.nat(),
      (text, at, length) => {
        const start = at % (text.length + 1);
        const frame = codeFrame({
          source: { file: 'f', text },
          start,
          end: Math.min(text.length, start + (length % 50)),
        });
        const lines = frame.split('\n');
        expect(lines).toHaveLength(2);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
        expect(lines[1]).toContain('^');
      },
    ),
  );
});
