import { PassThrough } from 'node:stream';

import { describe, expect, test } from 'vitest';

import { shownSigns, signsOf, withShownSigns } from '../../src/cli/console-signs.ts';

describe('a console shows', () => {
  test.each([
    ['any sign where the locale is UTF-8', 'linux', { LANG: 'en_US.UTF-8' }, 'any'],
    ['what the first of its variables says', 'linux', { LC_ALL: 'C', LANG: 'en_US.utf8' }, 'ascii'],
    ['plain signs where there is no locale', 'linux', {}, 'ascii'],
    ['those of Western fonts on Windows', 'win32', { LANG: 'en_US.UTF-8' }, 'latin-1'],
  ] as const)('%s', (_, platform, env, signs) => {
    expect(signsOf(env, platform)).toBe(signs);
  });
});

test('what cannot be shown is written with what can', () => {
  const text = 'a · b → “niño” … 年';
  expect(shownSigns(text, 'any')).toBe(text);
  expect(shownSigns(text, 'latin-1')).toBe('a · b -> "niño" ... ?');
  expect(shownSigns(text, 'ascii')).toBe('a - b -> "nino" ... ?');
});

test('a stream is written to with such signs, and is otherwise the same', () => {
  const stream = Object.assign(new PassThrough(), { columns: 80 });
  const shown = withShownSigns(stream, 'ascii');
  expect(shown.columns).toBe(80);
  shown.write('a · b\u001B[2K');
  shown.end('niño');
  expect(String(stream.read())).toBe('a - b\u001B[2Kniño');
  expect(withShownSigns(stream, 'any')).toBe(stream);
});
