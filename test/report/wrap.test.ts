import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { bullet, labelled, pathLines, shorten, WIDTH, wrap } from '../../src/report/wrap.ts';

const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 40 });
const widths = fc.integer({ min: 1, max: 30 });

describe('wrapping', () => {
  test.each([
    ['', 10, []],
    ['   ', 10, []],
    ['one', 10, ['one']],
    ['one two', 7, ['one two']],
    ['one two', 6, ['one', 'two']],
    [' one \n two ', 10, ['one two']],
    ['a unbreakable b', 5, ['a', 'unbreakable', 'b']],
  ])('%j in %i columns is %j', (text, width, expected) => {
    expect(wrap(text, width)).toEqual(expected);
  });

  test('loses no word and changes no order', () => {
    fc.assert(
      fc.property(words, widths, (text, width) => {
        expect(wrap(text.join(' '), width).join(' ')).toBe(text.join(' '));
      }),
    );
  });

  test('makes no line too wide, unless a single word is', () => {
    fc.assert(
      fc.property(words, widths, (text, width) => {
        const wide = wrap(text.join(' '), width).filter(
          (line) => line.length > width && line.includes(' '),
        );
        expect(wide).toEqual([]);
      }),
    );
  });

  test('fills each line: the next word would not have fitted', () => {
    fc.assert(
      fc.property(words, widths, (text, width) => {
        const lines = wrap(text.join(' '), width);
        const early = lines.slice(1).filter((line, index) => {
          const [word = ''] = line.split(' ');
          return (lines[index]?.length ?? 0) + 1 + word.length <= width;
        });
        expect(early).toEqual([]);
      }),
    );
  });
});

describe('a label', () => {
  test('stands in a column of its own, the text beside it', () => {
    const text =
      'Last solid food was eaten too close to the procedure, and six hours are needed by the guideline.';
    expect(labelled('reason', text, 12)).toEqual([
      '  reason    Last solid food was eaten too close to the procedure, and six hours',
      '            are needed by the guideline.',
    ]);
  });

  test('stands alone when there is no text', () => {
    expect(labelled('reason', '', 12)).toEqual(['  reason    ']);
  });

  test('in colour takes the room of its letters', () => {
    const plain = labelled('stop', 'now', 12);
    const coloured = labelled('stop', 'now', 12, '<red>stop</red>');
    expect(coloured.map((line) => line.replaceAll(/<.*?>/g, ''))).toEqual(plain);
  });

  test('makes no line wider than the terminal', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 8, max: 24 }), (text, indent) => {
        const lines = labelled('label', text.join(' '), indent);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(WIDTH);
      }),
    );
  });
});

test('a line of a list is set in from its dash', () => {
  const text =
    'Bring somebody who drives you home, and have nothing to eat in the six hours before.';
  expect(bullet(text)).toEqual([
    '  - Bring somebody who drives you home, and have nothing to eat in the six hours',
    '    before.',
  ]);
});

describe('shortening', () => {
  test.each([
    ['exactly', 7, 'exactly'],
    ['too long', 7, 'too...'],
    ['toolongs', 7, 'tool...'],
  ])('`%s` to %i columns is `%s`', (text, width, expected) => {
    expect(shorten(text, width)).toBe(expected);
  });

  test('makes no text too wide', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 3, max: 30 }),
        (text, width) => shorten(text, width).length <= width,
      ),
    );
  });
});

test('a path stands whole on a line of its own where it does not fit behind what it is of', () => {
  expect(pathLines('  results:', 'out.csv')).toEqual(['  results: out.csv']);
  const long = `/${'folder/'.repeat(12)}out.csv`;
  expect(pathLines('  results:', long)).toEqual(['  results:', `    ${long}`]);
});
