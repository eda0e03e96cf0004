import { render } from '@inquirer/testing';
import { describe, expect, test } from 'vitest';

import { keyPrompt } from '../../../src/cli/interview/key-prompt.ts';
import { TypedWord } from '../../../src/cli/interview/typed-word.ts';
import { PLAIN } from '../../../src/report/palette.ts';
import { callUpTo } from '../../support/call.ts';

let time = 0;

/** Types these keys, quickly one after the other; those that would come to the next question. */
function leftOf(keys: string, options: readonly string[] = ['Yes', 'No'], pause = 100): string {
  const word = new TypedWord(() => time);
  const [first = '', ...rest] = keys;
  word.answered(first, { options: options.map((label) => ({ key: '', label })) });
  return rest
    .filter((key) => {
      time += pause;
      return word.goesOn(key === '\r' ? undefined : key, key === '\r') === undefined;
    })
    .join('');
}

describe('a word at a question that one key answers', () => {
  test.each(['no', 'none', 'unsure', 'unknown', 'yes', "don't", 'declined', 'no\r', 'yes\r'])(
    '%j leaves nothing for the next question',
    (keys) => {
      expect(leftOf(keys.replace("'", ''))).toBe('');
    },
  );

  test('may be a word of the choices', () => {
    expect(leftOf('diabetes', ['Diabetes', 'Weight'])).toBe('');
    expect(leftOf('diabetes', ['Weight'])).not.toBe('');
  });
});

describe('keys that are meant', () => {
  test.each([
    ['two in a row', 'nn', 'n'],
    ['a digit', 'n0', '0'],
    ['after a digit', '0n', 'n'],
    ['Enter', 'n\r', '\r'],
    ['another letter', 'ny', 'y'],
  ])('%s', (_, keys, left) => {
    expect(leftOf(keys)).toBe(left);
  });

  test('after a pause', () => {
    expect(leftOf('un', [], 2000)).toBe('n');
  });

  test('after a letter that was not taken', () => {
    expect(leftOf('unn', [])).toBe('n');
  });
});

test('the next question says why nothing was taken', async () => {
  const { ask } = callUpTo('bleeding.new_unexplained');
  const word = new TypedWord(() => 0);
  word.answered('u', ask);
  const { events, getScreen, answer } = await render(keyPrompt, {
    ask,
    palette: PLAIN,
    rows: 24,
    word,
  });
  events.keypress('n');
  expect(getScreen()).toContain('"un" was typed: its first key has answered');
  events.keypress('n');
  expect((await answer).reply).toEqual({ is: 'value', value: false });
});
