import { describe, expect, test } from 'vitest';

import type { Path } from '../../src/source/document.ts';
import { formatPlace } from '../../src/source/diagnostic.ts';
import { readYaml } from '../../src/source/yaml-document.ts';
import { places, pointedAt } from '../support/places.ts';

function faults(text: string): string[] {
  return places(readYaml({ file: 'a.yaml', text }).diagnostics);
}

describe('a value', () => {
  test('is read as YAML 1.2: a yes is a word, a date is a text', () => {
    const { value } = readYaml({
      file: 'a.yaml',
      text: 'a: yes\nb: 2026-11-24\nc: 0.5\nd: [true, null]\n',
    });
    expect(value).toEqual({ a: 'yes', b: '2026-11-24', c: 0.5, d: [true, null] });
  });

  test('is not given when there is any fault', () => {
    expect(readYaml({ file: 'a.yaml', text: 'a: 1\na: 2\n' }).value).toBeUndefined();
  });
});

describe('a fault', () => {
  test.each([
    ['a file with nothing in it', '', ['a.yaml:1:1 invalid-yaml']],
    ['a file of comments', '# later\n', ['a.yaml:1:1 invalid-yaml']],
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', ['a.yaml:3:1 duplicate-key']],
    ['a key that stands twice in a flow', 'a: {b: 1, b: 2}', ['a.yaml:1:11 duplicate-key']],
    ['two keys that become one', '1: x\n"1": y\n', ['a.yaml:2:1 duplicate-key']],
    ['a tab for indentation', 'a:\n\tb: 1\n', ['a.yaml:2:1 invalid-yaml']],
    ['a second document', 'a: 1\n---\nb: 2\n', ['a.yaml:2:1 invalid-yaml']],
    ['an anchor', 'a: &x 1\n', ['a.yaml:1:7 invalid-yaml']],
    ['an alias', 'a: 1\nb: *x\n', ['a.yaml:2:4 invalid-yaml']],
    ['a tag', 'a: !!str 5\n', ['a.yaml:1:10 invalid-yaml']],
    [
      'a directive, by which a yes would be a truth',
      '%YAML 1.1\n---\na: yes\n',
      ['a.yaml:1:1 invalid-yaml'],
    ],
    ['a key that is no word', '? [a, b]\n: 1\n', ['a.yaml:1:3 invalid-yaml']],
  ])('is told of %s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
  });

  test.each(['0123', '-007', '0x1F', '0o17', '12345678901234567890'])(
    'is told of the number %s, which would be written otherwise when read',
    (number) => {
      expect(faults(`id: ${number}\n`)).toEqual(['a.yaml:1:5 invalid-yaml']);
    },
  );

  test.each(['0', '-0.5', '0.25', '10', '"0123"'])('is not told of %s', (number) => {
    expect(faults(`id: ${number}\n`)).toEqual([]);
  });

  test('is told of every key that stands twice', () => {
    expect(faults('a: 1\na: 2\na: 3\nb: {c: 1, c: 2}\n')).toHaveLength(3);
  });

  test('points at the key', () => {
    const [fault] = readYaml({ file: 'a.yaml', text: 'alpha: 1\nalpha: 2\n' }).diagnostics;
    expect(fault && pointedAt(fault)).toBe('a');
  });
});

describe('a place', () => {
  const text = 'name: x\nrules:\n  - id: one\n    when: [a, b]\n  - id: two\nempty:\n';
  const document = readYaml({ file: 'a.yaml', text });
  const at = (path: Path): string => formatPlace(document.locate(path));

  test.each([
    [[], 'a.yaml:1:1'],
    [['name'], 'a.yaml:1:7'],
    [['rules', 1, 'id'], 'a.yaml:5:9'],
    [['rules', 0, 'when', 1], 'a.yaml:4:15'],
    [['rules', 1], 'a.yaml:5:5'],
  ] as const)('of the value at %j is %s', (path, expected) => {
    expect(at(path)).toBe(expected);
  });

  test.each([
    [['rules', 1, 'when', 3], 'a.yaml:5:5'],
    [['rules', 7], 'a.yaml:3:3'],
    [['nothing', 'at', 'all'], 'a.yaml:1:1'],
  ] as const)('of %j, which is not there, is that of what would hold it: %s', (path, expected) => {
    expect(at(path)).toBe(expected);
  });

  test('of a key is the key itself', () => {
    expect(formatPlace(document.locateKey(['rules', 1, 'id']))).toBe('a.yaml:5:5');
  });

  test('of an item of a list, which has no key, is the item', () => {
    expect(formatPlace(document.locateKey(['rules', 1]))).toBe('a.yaml:5:5');
  });

  test('of an empty value is where it would stand', () => {
    expect(at(['empty'])).toBe('a.yaml:6:7');
  });
});
