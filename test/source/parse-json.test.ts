import { expect, test } from 'vitest';

import { parseJson } from '../../src/source/parse-json.ts';

test('a JSON text is its value, and any other text is nothing', () => {
  expect(parseJson('{"a":[1]}')).toEqual({ a: [1] });
  expect(parseJson('{"a":')).toBeUndefined();
});
