import { expect, test } from 'vitest';

import { parsePhrase, PHRASES } from '../../src/rules/phrase.ts';
import { testText } from '../../src/rules/test-text.ts';

const PREFIXES = ['', 'not ', 'known to be ', 'not known to be '];
const PHRASES_OF_ALL_KINDS = [
  ...PHRASES.map(({ example }) => example),
  'yes',
  'no',
  'at most 1.5',
  'more than {age}',
  'counts less than {most}',
  'less than {hold} before the procedure',
  'more than 1 day before the procedure',
  'at least 3 months before the procedure',
  'within 1 week before the procedure',
];

test.each(PREFIXES.flatMap((prefix) => PHRASES_OF_ALL_KINDS.map((phrase) => prefix + phrase)))(
  '`%s` is written and read again as the same test',
  (text) => {
    const read = parsePhrase(text);
    expect(read && parsePhrase(testText(read))).toEqual(read);
  },
);

test('a test is written in the words of the rule files', () => {
  const read = parsePhrase('not known to be less than 72 hours before the procedure');
  expect(read && testText(read)).toBe('not known to be less than 72 hours before the procedure');
});
