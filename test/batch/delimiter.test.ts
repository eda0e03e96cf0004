import { expect, test } from 'vitest';

import { detectDelimiter } from '../../src/batch/delimiter.ts';

test.each([
  ['id,procedure.at\n', ','],
  ['id;"a,b,c,d";x\n1,5', ';'],
  ['\n\nid\tprocedure.at', '\t'],
  ['id|a|b', '|'],
  ['id', ','],
  ['', ','],
])('%j is parted by %j', (text, expected) => {
  expect(detectDelimiter(text)).toBe(expected);
});
