import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { writeDurably } from '../../src/cli/write-durably.ts';
import { folderWith } from '../support/command-line.ts';

test.each([0o600, 0o660])('an exact mode is that of the file: %o', (mode) => {
  const file = join(folderWith(), 'a');
  writeDurably(file, 'text', { mode, isExact: true });
  expect(statSync(file).mode & 0o777).toBe(mode);
  expect(readFileSync(file, 'utf8')).toBe('text');
});
