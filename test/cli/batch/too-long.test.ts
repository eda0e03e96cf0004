import { expect, test } from 'vitest';

import { refuseTooLong } from '../../../src/cli/batch/too-long.ts';

test('a row that does not end is refused, and one of 50 MB is not', () => {
  expect(() => refuseTooLong('in.csv', 50_000_000)).not.toThrow();
  expect(() => refuseTooLong('in.csv', 400_000_001)).toThrow(
    /^in\.csv: a row of it is longer than/,
  );
});
