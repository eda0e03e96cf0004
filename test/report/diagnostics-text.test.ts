import { expect, test } from 'vitest';

import { diagnosticsText } from '../../src/report/diagnostics-text.ts';
import type { Diagnostic } from '../../src/source/diagnostic.ts';

const TEXT = 'rules:\n  - age: much\n  - agee: 5\n';

function diagnostic(word: string, more: Partial<Diagnostic> = {}): Diagnostic {
  const start = TEXT.indexOf(word);
  const span = { source: { file: 'rules/a.yaml', text: TEXT }, start, end: start + word.length };
  return { code: 'some-code', severity: 'error', message: 'it is wrong', span, ...more };
}

test('a fault is shown with its place, its code, its line and what to do', () => {
  expect(diagnosticsText([diagnostic('much', { help: 'write a number' })])).toBe(
    [
      'rules/a.yaml:2:10 some-code: it is wrong',
      '2 |   - age: much',
      '  |          ^^^^',
      'help: write a number',
      '',
    ].join('\n'),
  );
});

test('without help, none is shown', () => {
  expect(diagnosticsText([diagnostic('much')])).not.toContain('help');
});

test('a warning is called one', () => {
  expect(diagnosticsText([diagnostic('much', { severity: 'warning' })])).toContain(
    'rules/a.yaml:2:10 warning some-code',
  );
});

test('several are shown in the order of their places, with a blank line between', () => {
  const text = diagnosticsText([
    diagnostic('agee', { code: 'second' }),
    diagnostic('much', { code: 'first' }),
  ]);
  expect(text.split('\n\n').map((each) => /(first|second):/.exec(each)?.[1])).toEqual([
    'first',
    'second',
  ]);
});

test('none at all is no text', () => {
  expect(diagnosticsText([])).toBe('');
});
